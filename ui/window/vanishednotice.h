// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/vanished.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace roster {

class ArchivedView;
class BannerStack;
class Session;
class ToastStack;
struct SyncStatus;

//! Tells of contacts that were archived, deleted or merged elsewhere: a banner until somebody looks
//! or closes it, and the list under Archived. Looks for them when asked to.
class VanishedNotice : public QObject
{
    Q_OBJECT

public:
    //! All outlive the notice.
    struct Parts
    {
        Session &session;
        BannerStack &banners;
        ToastStack &toasts;
        ArchivedView &archived;
    };

    VanishedNotice(const Parts &parts, QObject *parent);

    //! Looks for deleted contacts now, and tells when there are none.
    void look();
    //! Somebody looks at them: the banner has done its work.
    void dismiss();

Q_SIGNALS:
    //! "Show" was pressed; one of those that it told of.
    void showRequested(const roster::ContactId &id);

private:
    void note(const QList<ContactId> &ids);
    void read();
    void take(const QList<VanishedContact> &vanished);
    void tell(const QList<VanishedContact> &fresh);
    void showFirst();
    void followLook(const SyncStatus &status);
    void forget(const QList<ContactId> &ids);

    Parts m_parts;
    QTimer m_soon;
    //! Since the banner was closed last.
    QSet<ContactId> m_untold;
    ContactId m_first;
    //! A look that somebody asked for is under way.
    bool m_isLooking = false;
    bool m_hasFound = false;
};

} // namespace roster
