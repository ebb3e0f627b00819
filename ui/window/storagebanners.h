// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/storagestate.h"
#include "ui/widgets/banner.h"

#include <QtCore/QObject>

namespace roster {

class BannerStack;

//! The banners about what cannot be kept on this computer as it should be. They last as long as
//! the workspace is open; those that need nothing to be done can be closed.
class StorageBanners : public QObject
{
    Q_OBJECT

public:
    StorageBanners(BannerStack &stack, QObject *parent);

    //! Tells of the open workspace and of the profile it is in.
    void show(const StorageState &state, const QList<StorageProblem> &profile);

private:
    void put(const QString &key, Tone tone, const QString &text, bool isClosable);
    void showProblem(const StorageProblem &problem);

    BannerStack &m_stack;
};

} // namespace roster
