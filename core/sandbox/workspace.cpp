// SPDX-License-Identifier: MIT
#include "core/sandbox/workspace.h"

#include "core/sandbox/contactstore.h"
#include "core/sandbox/context.h"
#include "core/sandbox/errors.h"
#include "core/sandbox/ids.h"
#include "core/sandbox/router.h"
#include "core/sandbox/schema.h"
#include "core/sandbox/seeder.h"

#include <QDateTime>
#include <QTimeZone>

namespace roster::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString checkOptions(const WorkspaceOptions &options)
{
    if (options.contacts < 0)
        return u"the number of contacts cannot be negative"_s;
    if (options.region != "us"_L1 && options.region != "eu"_L1 && options.region != "au"_L1)
        return u"region must be us, eu or au"_s;
    if (!QTimeZone(options.timezone).isValid())
        return u"unknown time zone "_s + QString::fromLatin1(options.timezone);
    return {};
}

} // namespace

struct Workspace::Private
{
    WorkspaceOptions options;
    Database db;
    Context context{db, options, {}, 0, {}};
    bool seeded = false;

    // Fills the database anew; everything or nothing.
    QString fill()
    {
        db.dropStatements();
        WorkspaceOptions made = options;
        if (made.now == 0)
            made.now = context.now();
        db.begin();
        schema::dropAll(db);
        schema::createTables(db);
        seed::populate(db, made);
        schema::createIndexes(db);
        if (!db.commit())
            return db.error();
        seeded = true;
        return {};
    }

    void readFacts()
    {
        context.appId = schema::meta(db, u"app_id"_s).toString();
        context.salt = schema::meta(db, u"salt"_s).toString().toULongLong();
        context.totals.clear();
        context.scroll.reset();
    }

    Outcome run(const Route &route, const Call &call)
    {
        if (!route.isWrite) {
            db.forget();
            Outcome outcome = route.run(context, call);
            return db.hasFailed() ? Outcome(problems::serverError()) : outcome;
        }
        db.begin();
        contacts::purgeDeleted(context);
        Outcome outcome = route.run(context, call);
        if (!outcome && !db.hasFailed()) {
            db.rollback();
            return outcome;
        }
        context.totals.clear();
        return db.commit() ? outcome : Outcome(problems::serverError());
    }
};

Workspace::Workspace(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}
Workspace::~Workspace() = default;

OpenedWorkspace Workspace::open(WorkspaceOptions options)
{
    if (QString error = checkOptions(options); !error.isEmpty())
        return {nullptr, error};
    if (!options.clockMs)
        options.clockMs = [] { return QDateTime::currentMSecsSinceEpoch(); };
    auto p = std::make_unique<Private>();
    p->options = std::move(options);
    if (QString error = p->db.open(p->options.database); !error.isEmpty())
        return {nullptr, error};
    QString error;
    switch (schema::look(p->db)) {
    case schema::Found::Nothing:
        error = p->fill();
        break;
    case schema::Found::Workspace:
        schema::createMissingTables(p->db);
        break;
    case schema::Found::SomethingElse:
        error = u"the file holds no sandbox workspace"_s;
        break;
    case schema::Found::Newer:
        error = u"the file was written by a newer version"_s;
        break;
    }
    if (!error.isEmpty())
        return {nullptr, error};
    p->readFacts();
    return {std::unique_ptr<Workspace>(new Workspace(std::move(p))), {}};
}

Answer Workspace::handle(const Request &request)
{
    const QByteArray requestId = ids::request();
    const auto version = ApiVersion::parse(request.version);
    if (!version)
        return errorAnswer(problems::unknownVersion(), requestId);
    const Routed routed = findRoute(request.method, request.path);
    if (!routed.route) {
        Answer answer = errorAnswer(routed.allowed.isEmpty() ? problems::noSuchRoute()
                                                             : problems::wrongMethod(),
                                    requestId);
        if (!routed.allowed.isEmpty())
            answer.headers.append({"Allow", routed.allowed});
        return answer;
    }
    if (!version->isAtLeast(routed.route->since))
        return errorAnswer(problems::notInVersion(), requestId);
    d->context.baseUrl = request.baseUrl;
    const Outcome outcome = d->run(*routed.route, Call{request, routed.ids, *version});
    if (!outcome)
        return errorAnswer(outcome.problem(), requestId);
    return {200, *outcome, {{"X-Request-Id", requestId}}};
}

QString Workspace::reset()
{
    const QString error = d->fill();
    d->readFacts();
    return error;
}

bool Workspace::wasSeeded() const
{
    return d->seeded;
}

bool Workspace::isSupportedVersion(const QByteArray &version)
{
    return !version.isEmpty() && ApiVersion::parse(version).has_value();
}

Answer Workspace::failure(int status, const QString &code, const QString &message,
                          const QString &field)
{
    return errorAnswer({status, code, message, field}, ids::request());
}

} // namespace roster::sandbox
