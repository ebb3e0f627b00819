// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace roster {

//! What the desktop says of light, dark and contrast. The base class answers "nothing is known";
//! PortalAppearance asks the desktop portal. Lives in the GUI thread.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Unknown, Light, Dark };
    Q_ENUM(Scheme)

    using QObject::QObject;
    Scheme scheme() const { return m_scheme; }
    bool wantsHighContrast() const { return m_highContrast; }
    bool wantsReducedMotion() const { return m_reducedMotion; }

Q_SIGNALS:
    //! One of the three answers is another one now.
    void changed();

protected:
    void setScheme(Scheme scheme);
    void setHighContrast(bool wanted);
    void setReducedMotion(bool wanted);

private:
    Scheme m_scheme = Scheme::Unknown;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
};

} // namespace roster
