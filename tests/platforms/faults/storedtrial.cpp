// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/faults/faulttrial.h"
#include "tests/platforms/faults/storedesk.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int syncs = 12;

} // namespace

QString complaintOfStoredStorms(const Tried &tried)
{
    const auto seed = quint32(numberIn("PORTOLAN_SEED", 5));
    QRandomGenerator random(seed);
    auto settings = tried.settings;
    settings.seed = seed;
    ManualClock clock;
    LoopbackServer server(makeShape(tried.shape, settings),
                          {.key = PullBench::token(), .seed = seed, .deafMs = 5});
    server.with([&clock](Shape &shape) { clock.set(shape.now); });
    const auto pass = [&](qint64 ms) {
        clock.pass(ms);
        server.with([ms](Shape &shape) { shape.now = shape.now.addMSecs(ms); });
    };
    StoreDesk stormy(server.address(), tried.platform(), clock);
    int failed = 0;
    for (int n = 0; n < syncs; ++n) {
        pass(minuteMs * (1 + qint64(random.bounded(30))));
        server.with([&](Shape &shape) {
            tried.stir(shape, n);
            if (tried.stirUntold)
                tried.stirUntold(shape, n);
        });
        server.storm(5 + int(random.bounded(30)));
        failed += stormy.sync() == u"complete" ? 0 : 1;
        server.calm();
    }
    StoreDesk other(server.address(), tried.platform(), clock);
    QString difference;
    for (const auto ms : {minuteMs, 20 * minuteMs, 24 * 60 * minuteMs}) {
        pass(ms);
        const auto how = stormy.sync();
        const auto others = other.sync(true);
        if (how != u"complete" || others != u"complete")
            return u"a calm sync ended as "_s % how % u" and "_s % others;
        const auto content = other.content();
        if (content.size() < 20)
            return u"there is next to nothing"_s;
        difference = firstDifference(stormy.content(), content);
        if (difference.isEmpty())
            break;
    }
    qInfo("%d syncs into the store, %d of them failed, seed %u", syncs, failed, seed);
    if (!difference.isEmpty())
        return difference;
    return failed > 0 ? QString() : u"there was no storm"_s;
}

} // namespace portolan::tests
