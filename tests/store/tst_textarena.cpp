// SPDX-License-Identifier: MIT
// Searching the texts of all slots, by one thread and by two, against looking at each of them.
#include "core/store/textarena.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <map>

using namespace roster;

namespace {

using Hits = std::map<Slot, size_t>;

//! Few letters, so that a needle is often cut in two by the end of a text. Like a contact's text it
//! ends with what no needle holds.
std::string randomText(QRandomGenerator &random, int most)
{
    std::string text;
    for (int left = random.bounded(most + 1); left > 0; --left)
        text.push_back("ab "[random.bounded(3)]);
    return text + '\n';
}

Hits hitsByHand(const std::vector<std::string> &texts, const std::vector<bool> &isThere,
                const std::string &needle)
{
    Hits hits;
    for (size_t slot = 0; slot < texts.size(); ++slot) {
        const size_t hit = texts[slot].find(needle);
        if (isThere[slot] && hit != std::string::npos)
            hits.emplace(static_cast<Slot>(slot), hit);
    }
    return hits;
}

} // namespace

class TestTextArena : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOne();
    void randomTexts_data();
    void randomTexts();
    void stops();

private:
    static Hits hitsOf(const TextArena &arena, const std::string &needle);
    static Hits hitsByTwo(const TextArena &arena, const std::string &needle);
};

Hits TestTextArena::hitsOf(const TextArena &arena, const std::string &needle)
{
    Hits hits;
    const auto collect = [&](Slot slot, std::string_view text, size_t hit) {
        [&] {
            QVERIFY(text == arena.text(slot));
            QVERIFY(hits.emplace(slot, hit).second);
        }();
    };
    [&] { QVERIFY(arena.search(needle, {}, collect)); }();
    return hits;
}

Hits TestTextArena::hitsByTwo(const TextArena &arena, const std::string &needle)
{
    std::array<Hits, 2> halves;
    const auto collecting = [&halves](size_t half) {
        return [&halves, half](Slot slot, std::string_view, size_t hit) {
            halves[half].emplace(slot, hit);
        };
    };
    [&] { QVERIFY(arena.searchByTwo(needle, {}, collecting(0), collecting(1))); }();
    const size_t both = halves[0].size() + halves[1].size();
    halves[0].merge(halves[1]);
    // No slot was told twice.
    [&] { QCOMPARE(halves[0].size(), both); }();
    return halves[0];
}

void TestTextArena::anEmptyOne()
{
    const TextArena arena;
    QVERIFY(hitsOf(arena, "a").empty());
    QVERIFY(hitsByTwo(arena, "a").empty());
}

void TestTextArena::randomTexts_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("longest");
    QTest::newRow("one") << 1 << 20;
    QTest::newRow("two") << 2 << 20;
    QTest::newRow("some") << 40 << 12;
    QTest::newRow("mostly empty") << 200 << 1;
    QTest::newRow("many") << 3000 << 40;
    // More than one stride.
    QTest::newRow("long") << 40 << 200'000;
}

void TestTextArena::randomTexts()
{
    QFETCH(int, count);
    QFETCH(int, longest);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    TextArena arena;
    std::vector<std::string> texts;
    std::vector<bool> isThere;
    for (int slot = 0; slot < count; ++slot) {
        texts.push_back(randomText(random, longest));
        isThere.push_back(true);
        arena.put(static_cast<Slot>(slot), texts.back());
    }
    for (int round = 0; round < 6; ++round) {
        for (const char *needle : {"a", "ab", "aba", "bb a", "abababababababababab"}) {
            const Hits expected = hitsByHand(texts, isThere, needle);
            QCOMPARE(hitsOf(arena, needle), expected);
            QCOMPARE(hitsByTwo(arena, needle), expected);
        }
        for (int change = count / 4; change >= 0; --change) {
            const auto slot = static_cast<size_t>(random.bounded(count));
            isThere[slot] = random.bounded(3) > 0;
            texts[slot] = isThere[slot] ? randomText(random, longest) : std::string();
            if (isThere[slot])
                arena.put(static_cast<Slot>(slot), texts[slot]);
            else
                arena.remove(static_cast<Slot>(slot));
        }
    }
}

void TestTextArena::stops()
{
    TextArena arena;
    for (Slot slot = 0; slot < 100; ++slot)
        arena.put(slot, "abc\n");
    std::stop_source stop;
    stop.request_stop();
    const auto ignore = [](Slot, std::string_view, size_t) {};
    QVERIFY(!arena.search("b", stop.get_token(), ignore));
    QVERIFY(!arena.searchByTwo("b", stop.get_token(), ignore, ignore));
}

QTEST_GUILESS_MAIN(TestTextArena)
#include "tst_textarena.moc"
