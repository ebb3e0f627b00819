#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every rule finds what it is there for, and leaves its correct twin alone."""

import unittest

import layers
import privacy
import style
import words
from sourcetree import SourceFile

LICENCE = "// SPDX-License-Identifier: MIT\n"
HEAD = LICENCE + "#pragma once\n"


def findings(rules, *files):
    """The findings of a tree of (path, text after its licence line)."""
    tree = [SourceFile(path, (HEAD if path.endswith(".h") else LICENCE) + text)
            for path, text in files]
    return list(rules.check(tree))


class Case(unittest.TestCase):
    def good(self, rules, *files):
        self.assertEqual(findings(rules, *files), [])

    def bad(self, rules, expected, *files):
        found = findings(rules, *files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(expected, found[0])


class Layers(Case):
    def includes(self, path, target, *more):
        return ((path, f'#include "{target}"\n'), (target, ""), *more)

    def test_every_forbidden_arrow_is_found(self):
        folders = {layer: folder for folder, layer in layers.LAYERS.items()}
        for layer, folder in folders.items():
            for other, target in folders.items():
                tree = self.includes(f"{folder}/a.h", f"{target}/b.h")
                with self.subTest(arrow=f"{layer} to {other}"):
                    if other in layers.MAY_INCLUDE[layer]:
                        self.good(layers, *tree)
                    else:
                        self.bad(layers, f"{layer} must not know {other}", *tree)

    def test_the_window_reaches_nothing_hidden(self):
        for hidden in ("api", "net", "store"):
            self.bad(layers, f"reaches core/{hidden}/c.h through core/service/b.h",
                     ("ui/a.cpp", '#include "core/service/b.h"'),
                     ("core/service/b.h", f'#include "core/{hidden}/c.h"'),
                     (f"core/{hidden}/c.h", ""))
        self.good(layers,
                  ("ui/a.cpp", '#include "core/service/b.h"'),
                  ("core/service/b.h", '#include "core/domain/c.h"'),
                  ("core/service/b.cpp", '#include "core/net/d.h"'),
                  ("core/domain/c.h", ""), ("core/net/d.h", ""))

    def test_includes_are_written_from_the_root(self):
        self.bad(layers, "not a path from the root",
                 ("ui/a.cpp", '#include "a.h"'), ("ui/a.h", ""))
        self.good(layers, ("ui/a.cpp", '#include "ui/a.h"\n#include "a.moc"'), ("ui/a.h", ""))

    def test_production_code_includes_no_test(self):
        self.bad(layers, "a test's header", *self.includes("ui/a.cpp", "tests/support/b.h"))

    def test_a_file_outside_every_layer_is_found(self):
        self.bad(layers, "no layer", ("core/misc/a.cpp", ""))
        self.good(layers, ("tests/misc/a.cpp", ""))

    def test_libraries_stay_in_their_layers(self):
        for header in ("QWidget", "QtWidgets/QWidget", "QtGui/QColor", "QTableView", "QIcon",
                       "QVBoxLayout", "QKeyEvent", "QLineEdit", "QToolButton"):
            self.bad(layers, "(widgets)", ("core/service/a.cpp", f"#include <{header}>"))
            self.good(layers, ("ui/a.cpp", f"#include <{header}>"))
        for header in ("QNetworkReply", "QSslError", "QtNetwork/QNetworkRequest", "QTcpSocket"):
            self.bad(layers, "(network)", ("core/api/a.cpp", f"#include <{header}>"))
            self.bad(layers, "(network)", ("ui/a.cpp", f"#include <{header}>"))
            self.good(layers, ("core/net/a.cpp", f"#include <{header}>"))
        self.bad(layers, "(sql)", ("ui/a.cpp", "#include <QSqlQuery>"))
        self.bad(layers, "(dbus)", ("core/service/a.cpp", "#include <QDBusConnection>"))
        self.bad(layers, "(keychain)", ("ui/a.cpp", "#include <qt6keychain/keychain.h>"))
        self.bad(layers, "(boost)", ("core/net/a.cpp", "#include <boost/asio.hpp>"))
        self.bad(layers, "(boost)", ("core/sandbox/a.h", "#include <boost/asio.hpp>"))
        self.good(layers, ("core/sandbox/a.cpp", "#include <boost/asio.hpp>"))
        self.bad(layers, "only core/sandbox/a.cpp does",
                 ("core/sandbox/a.cpp", "#include <boost/asio.hpp>"),
                 ("core/sandbox/b.cpp", "#include <boost/beast.hpp>"))
        self.good(layers, ("core/domain/a.cpp", "#include <QStringView>\n#include <QList>\n"
                                                "#include <QAbstractItemModel>\n#include <list>"))

    def test_a_cycle_of_folders_is_found(self):
        self.bad(layers, "ui/b -> ui/c",
                 ("ui/a/x.h", '#include "ui/b/x.h"'), ("ui/b/x.h", '#include "ui/c/x.h"'),
                 ("ui/c/x.h", '#include "ui/a/y.h"'), ("ui/a/y.h", ""))
        self.good(layers,
                  ("ui/a/x.h", '#include "ui/b/x.h"'), ("ui/b/x.h", '#include "ui/c/x.h"'),
                  ("ui/c/x.h", ""))

    def test_a_commented_include_does_not_count(self):
        self.good(layers, ("ui/a.cpp", '// #include "core/net/b.h"'), ("core/net/b.h", ""))


class Style(Case):
    def test_licence_and_guard(self):
        self.assertIn("licence", list(style.check([SourceFile("ui/a.cpp", "int a;\n")]))[0])
        self.assertIn("#pragma once", list(style.check([SourceFile("ui/a.h", LICENCE)]))[0])
        self.good(style, ("ui/a.h", ""), ("ui/a.cpp", ""))

    def test_forbidden_words_of_production_code(self):
        for line in ("QCoreApplication::processEvents();", "QEventLoop loop;",
                     "auto *who = sender();", "using namespace std;"):
            self.bad(style, "ui/a.cpp:2", ("ui/a.cpp", line))
            self.good(style, ("ui/a.cpp", "// " + line), ("ui/b.cpp", f'auto s = "{line}";'))

        self.good(style, ("ui/a.cpp", "using namespace std::chrono_literals;"))

    def test_nothing_sleeps_or_is_skipped_in_tests(self):
        for line in ("QTest::qWait(5);", "QTest::qSleep(5);", "QThread::msleep(5);", "QSKIP(why);",
                     "std::this_thread::sleep_for(1s);"):
            self.bad(style, "tests/a.cpp:2", ("tests/a.cpp", line))
        self.good(style, ("tests/a.cpp", "QVERIFY(QTest::qWaitFor([] { return done; }));"))
        self.good(style, ("tests/bench/a.cpp", "QTest::qWait(5);"))

    def test_q_object_stands_alone(self):
        self.bad(style, "Q_OBJECT", ("ui/a.h", "class A : public QObject { Q_OBJECT };"))
        self.good(style, ("ui/a.h", "class A : public QObject\n{\n    Q_OBJECT\n};"))

    def test_lambdas_have_a_context(self):
        self.bad(style, "without a context",
                 ("ui/a.cpp", "connect(a, &A::done, [this](int x, int y) { f(x, y); });"))
        self.good(style,
                  ("ui/a.cpp", "connect(a, &A::done, this, [this](int x, int y) { f(x, y); });"),
                  ("ui/b.cpp", "connect(a, &A::done, &B::show);"))

    def test_only_the_application_execs(self):
        self.bad(style, "exec()", ("ui/a.cpp", "dialog.exec();"))
        self.bad(style, "exec()", ("app/a.cpp", "dialog->exec();"))
        self.bad(style, "exec()", ("ui/a.cpp", "QApplication::exec();"))
        self.good(style, ("app/main.cpp", "return app.exec();"),
                  ("app/a.cpp", "return QCoreApplication::exec();"),
                  ("core/store/a.cpp", "query.exec();"))

    def test_unfinished_work_is_named(self):
        for word in ("TO" "DO", "FIX" "ME", "XX" "X"):
            self.bad(style, word, ("tests/a.cpp", f"// {word}: later"))
        self.good(style, ("tests/a.cpp", "// Todos are a feature."))


class Words(Case):
    def test_core_has_no_sentences(self):
        self.bad(words, "core", ("core/net/a.cpp", 'auto s = tr("Offline");'))
        self.good(words, ("ui/a.cpp", 'auto s = tr("Offline");'), ("core/a.cpp", "str(1); ptr(2);"))

    def test_bare_words_are_found(self):
        for line in ('label->setText(u"Name"_qs);', 'w->setToolTip(QStringLiteral("Close"));',
                     'setWindowTitle(QLatin1String("Roster"));',
                     'menu->addAction(icon, u"Archive"_qs);', 'auto *l = new QLabel(u"Name"_qs, this);',
                     'edit->setPlaceholderText(u"\\u0395mail"_qs);', 'w->setAccessibleName(u"Имя"_qs);'):
            self.bad(words, "tr()", ("ui/a.cpp", line))

    def test_translated_words_and_signs_pass(self):
        for line in ('label->setText(tr("Name"));', 'label->setText(u"\\u00d7"_qs);',
                     'label->setText(u"· 7"_qs);', 'label->setText(name);',
                     'w->setObjectName(u"nameEdit"_qs);', 'w->setText(tr("%1 of %2").arg(a).arg(b));',
                     'auto *l = new QLabel(this);', 'label->setText(join(u", "_qs, names));'):
            self.good(words, ("ui/a.cpp", line))


class Privacy(Case):
    def test_logs(self):
        for line in ("qCDebug(lcNet) << m_token;", 'qWarning("sent %s", qPrintable(contact.email()));',
                     "qInfo() << authorization;", "std::cerr << contact.displayName();",
                     'qDebug() << "Bearer " << x;', "qCWarning(lcApi) << reply.body;"):
            self.assertTrue(findings(privacy, ("core/net/a.cpp", line)), line)
        self.good(privacy, ("core/net/a.cpp", 'qCDebug(lcNet) << "no token" << id.toString();'))

    def test_settings(self):
        self.bad(privacy, "settings", ("app/a.cpp", 'settings.setValue(u"token"_qs, value);'))
        self.bad(privacy, "settings", ("app/a.cpp", "settings.setValue(key, m_token);"))
        self.good(privacy, ("app/a.cpp", 'settings.setValue(u"region"_qs, region);'))

    def test_the_header_has_one_home(self):
        self.bad(privacy, "core/net only", ("ui/a.cpp", 'auto h = "Bearer " + t;'))
        self.good(privacy, ("core/net/a.cpp", 'auto h = "Bearer " + t;'))


class Reading(Case):
    def test_literals_and_comments(self):
        file = SourceFile("a.cpp", 'f(1\'000, "a, \\" // b"); /* g(1) */ R"x(h(1))x"; c = \'"\';')
        self.assertNotIn("g(1)", file.uncommented)
        self.assertNotIn("h(1)", file.code)
        self.assertEqual([arguments for _, _, arguments in file.calls(r"\bf")],
                         [["1'000", '"a, \\" // b"']])


if __name__ == "__main__":
    unittest.main()
