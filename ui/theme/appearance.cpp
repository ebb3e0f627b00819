// SPDX-License-Identifier: MIT
#include "ui/theme/appearance.h"

namespace roster {

void Appearance::setScheme(Scheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

void Appearance::setHighContrast(bool wanted)
{
    if (m_highContrast == wanted)
        return;
    m_highContrast = wanted;
    Q_EMIT changed();
}

void Appearance::setReducedMotion(bool wanted)
{
    if (m_reducedMotion == wanted)
        return;
    m_reducedMotion = wanted;
    Q_EMIT changed();
}

} // namespace roster
