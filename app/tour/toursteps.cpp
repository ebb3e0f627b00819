// SPDX-License-Identifier: MIT
#include "app/tour/toursteps.h"

#include <QtGui/QAction>

namespace roster {

std::function<bool()> sees(TourStage &stage, const char *name)
{
    return [&stage, name] { return stage.hand().sees(QLatin1String(name)); };
}

std::function<bool()> isGone(TourStage &stage, const char *name)
{
    return [&stage, name] { return !stage.hand().sees(QLatin1String(name)); };
}

std::function<void()> pressing(TourStage &stage, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    return [&stage, key, modifiers] { stage.hand().key(key, modifiers); };
}

std::function<void()> clicking(TourStage &stage, const char *name)
{
    return [&stage, name] { stage.hand().click(QLatin1String(name)); };
}

std::function<void()> triggering(TourStage &stage, const char *action)
{
    return
        [&stage, action] { stage.window().findChild<QAction *>(QLatin1String(action))->trigger(); };
}

TourStep silently(std::function<void()> act, std::function<bool()> isReady)
{
    return {{}, {}, std::move(act), std::move(isReady)};
}

TourStep closing(TourStage &stage, const char *sheet)
{
    return silently(pressing(stage, Qt::Key_Escape), isGone(stage, sheet));
}

} // namespace roster
