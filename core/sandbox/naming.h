// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/cultures.h"
#include "core/sandbox/rng.h"

namespace roster::sandbox::seed {

//! How someone is called and how they write it in an address.
struct Naming
{
    QString name;  //!< null when they gave none
    QString local; //!< the part before the @
};

//! A culture by weight.
[[nodiscard]] const Culture &pickCulture(Rng &rng);
//! A name of \a culture: now and then missing, with an emoji, or far too long.
[[nodiscard]] Naming pickName(Rng &rng, const Culture &culture, int index, bool isLead);
//! A telephone number in a range kept for fiction; sometimes with blanks.
[[nodiscard]] QString pickPhone(Rng &rng, const Culture &culture);

} // namespace roster::sandbox::seed
