// SPDX-License-Identifier: MIT
#include "ui/session/tokentext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TokenText)
};

} // namespace

QString tokenIn(const QString &pasted)
{
    static const QRegularExpression front(
        u"^[\\s\"']*(authorization\\s*:)?\\s*(bearer\\s)?[\\s\"']*"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression blanks(u"[\\s\"'\\x{200B}\\x{2060}\\x{FEFF}]+"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString token = pasted;
    token.remove(front);
    token.remove(blanks);
    return token;
}

QString tokenHelp()
{
    return Words::tr(
        "In Intercom, open Settings, Integrations, Developer Hub. Create an app for your "
        "workspace, "
        "then copy the access token from its Authentication page.\n\n"
        "The app needs these permissions: read and list users and companies, write users and "
        "companies, read tags, write tags, read admins, read and write data attributes. Without "
        "the "
        "ones to write, you can look but not change.");
}

} // namespace roster
