#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of service level objectives, once more: slow, exact and plain.

Reads a JSON list of cases from standard input and prints a list of figures. It shares nothing with
the program but the definitions: every instant is judged by itself, from all evidence, with
fractions. Instants are milliseconds since 1970. Choices that the definitions leave open are those
that head models/quality/figures.cpp.
"""
import json
import sys
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, getcontext
from fractions import Fraction
from functools import lru_cache
from zoneinfo import ZoneInfo

getcontext().prec = 50
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
GOOD, BAD, UNKNOWN = "good", "bad", "unknown"


# ---------------------------------------------------------------------------------- instants

def freshness_of_series(series, threshold, t):
    looks = [(u, s) for u, s in series["looks"]]
    seen = [s for _, s in looks]
    until = max(seen + ([series["observedUntil"]] if series["observedUntil"] is not None else []),
                default=None)
    updates = [u for u, _ in looks if u is not None and u <= t]
    if until is None or t > until or not updates:
        return UNKNOWN
    if t - max(updates) <= threshold:
        return GOOD
    if series["sampled"]:
        before = [s for s in seen if s <= t]
        behind = [s for s in seen if s > t]
        if before and behind:
            newest = lambda at: max((u for u, s in looks if s == at and u is not None), default=None)
            if newest(max(before)) != newest(min(behind)):
                return UNKNOWN
    return BAD


def freshness(case, t):
    states = [freshness_of_series(s, Fraction(case["threshold"]) * 1000, t)
              for s in case["freshness"]]
    return GOOD if GOOD in states else BAD if BAD in states else UNKNOWN


def worst(states):
    return BAD if BAD in states else UNKNOWN if UNKNOWN in states or not states else GOOD


def stale_after(check, t):
    if check["staleAfter"] is not None:
        return check["staleAfter"]
    times = sorted({at for at, _ in check["runs"] if at <= t})[-10:]
    if len(times) < 3:
        return 24 * HOUR
    gaps = sorted(b - a for a, b in zip(times, times[1:]))
    middle = len(gaps) // 2
    median = gaps[middle] if len(gaps) % 2 else Fraction(gaps[middle - 1] + gaps[middle], 2)
    return min(max(2 * median, HOUR), 48 * HOUR)


def check_state(check, t):
    times = [at for at, _ in check["runs"] if at <= t]
    if not times or t - max(times) >= stale_after(check, t):
        return UNKNOWN
    words = {word for at, word in check["runs"] if at == max(times)}
    return worst([GOOD if word in ("pass", "warn") else BAD if word == "fail" else UNKNOWN
                  for word in words])


def instant_state(case, t):
    if case["measure"] == "freshness":
        return freshness(case, t)
    return worst([check_state(check, t) for check in case["checks"]])


def turning_points(case):
    """Every instant at which a state may change."""
    points = set()
    if case["measure"] == "freshness":
        for series in case["freshness"]:
            for u, s in series["looks"]:
                points.add(Fraction(s))
                if u is not None:
                    points.update([Fraction(u), u + Fraction(case["threshold"]) * 1000])
            if series["observedUntil"] is not None:
                points.add(Fraction(series["observedUntil"]))
    else:
        for check in case["checks"]:
            for at, _ in check["runs"]:
                points.update([Fraction(at), at + Fraction(stale_after(check, at))])
    return sorted(points)


# ------------------------------------------------------------------------- slices and windows

def length_of(text):
    return int(text[:-1]) * {"m": MINUTE, "h": HOUR, "d": DAY, "w": 7 * DAY}[text[-1]]


@lru_cache(maxsize=None)
def first_instant(zone, wanted):
    """The first minute at which the clocks of zone show wanted or later."""
    t = wanted.replace(tzinfo=timezone.utc) - timedelta(hours=27)
    while t.astimezone(ZoneInfo(zone)).replace(tzinfo=None) < wanted:
        t += timedelta(minutes=1)
    return int(t.timestamp()) * 1000


class Slices:
    def __init__(self, case):
        self.length = length_of(case["slice"])
        self.zone = case["window"]["timeZone"] or "UTC"

    def start(self, n):
        if self.length < DAY:
            return n * self.length
        return first_instant(self.zone, datetime(1970, 1, 1) + timedelta(days=n))

    def first_from(self, t):
        n = t // self.length - 2
        while self.start(n) < t:
            n += 1
        return n

    def complete(self, t):
        """The number behind the newest slice that ends at t or before."""
        n = t // self.length - 2
        while self.start(n + 1) <= t:
            n += 1
        return n


def add_months(day, months):
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return day.replace(year=year, month=month, day=min(day.day, last))


def period_at(window, t):
    zone, count, unit = window["timeZone"] or "UTC", int(window["duration"][:-1]), window["duration"][-1]
    text = window["start"] or ("1970-01-05" if unit == "w" else "1970-01-01")
    start = datetime.fromisoformat(text)

    def begin(k):
        if unit in "mh":
            return first_instant(zone, start) + k * length_of(window["duration"])
        if unit in "dw":
            return first_instant(zone, start + timedelta(days=k * count * (7 if unit == "w" else 1)))
        months = k * count * {"M": 1, "Q": 3, "Y": 12}[unit]
        return first_instant(zone, datetime.combine(add_months(start.date(), months), start.time()))

    about = {"m": MINUTE, "h": HOUR, "d": DAY, "w": 7 * DAY, "M": 31 * DAY, "Q": 92 * DAY,
             "Y": 366 * DAY}[unit] * count
    k = (t - first_instant(zone, start)) // about - 1
    while begin(k + 1) <= t:
        k += 1
    return begin(k), begin(k + 1)


def slice_state(case, start, end, points):
    edges = [start] + [p for p in points if start < p < end] + [end]
    good = known = Fraction(0)
    for a, b in zip(edges, edges[1:]):
        state = instant_state(case, Fraction(a + b) / 2)
        good += b - a if state == GOOD else 0
        known += b - a if state != UNKNOWN else 0
    if known * 2 < end - start:
        return UNKNOWN
    return GOOD if good / known >= Fraction(case["sliceTarget"]) else BAD


# ---------------------------------------------------------------------------------- figures

def wilson(bad, n):
    z, p, n = Decimal("1.6448536"), Decimal(bad) / Decimal(n), Decimal(n)
    half = z * (p * (1 - p) / n + z * z / (4 * n * n)).sqrt()
    limits = [(p + z * z / (2 * n) + sign * half) / (1 + z * z / n) for sign in (-1, 1)]
    return [Fraction(min(max(x, Decimal(0)), Decimal(1))) for x in limits]


def remaining(budget, spent):
    return 1 - Fraction(spent) / budget if budget > 0 else Fraction(0 if spent else 1)


def common(case, good, bad, unknown, total, s):
    budget = (1 - s) * total
    known = good + bad
    sli = Fraction(good, known) if known else None
    return {
        "total": total, "good": good, "bad": bad, "unknown": unknown,
        "sli": sli,
        "bounds": [Fraction(good, known + unknown), Fraction(good + unknown, known + unknown)]
        if known else None,
        "budget": budget, "spent": bad,
        "remaining": remaining(budget, bad), "remainingAtWorst": remaining(budget, bad + unknown),
        "met": sli >= s if known else None,
    }


def state_word(figures):
    if figures["met"] is False:
        return "missed"
    if figures["met"] and any(burn["alerts"] for burn in figures["burn"]):
        return "burning"
    if not figures["met"]:
        return "unknown"
    complete = figures["good"] + figures["bad"] + figures["unknown"]
    return "unknown" if 2 * figures["unknown"] > complete else "met"


def burn_of(rate, short, share, length, window):
    at = share * length / window
    return {"rate": rate, "short": short, "alertAt": at,
            "alerts": rate is not None and short is not None
            and rate >= at - Fraction(1, 10**9) and short >= at - Fraction(1, 10**9)}


SHARES = [Fraction(2, 100), Fraction(5, 100), Fraction(10, 100)]


def occurrences(case, s, at):
    window = case["window"]
    if window["rolling"]:
        start, end = at - length_of(window["duration"]), at
    else:
        start, end = period_at(window, at)
    rows = {tuple(row) for row in case["counts"]}

    def count(a, b):
        inside = [row for row in rows if a <= row[0] < b]
        return sum(r[1] for r in inside), sum(r[2] - r[1] for r in inside)

    def rate(ms):
        good, bad = count(at - ms, at)
        return Fraction(bad, good + bad) / (1 - s) if good + bad and s < 1 else None

    good, bad = count(start, at)
    figures = common(case, good, bad, 0, good + bad, s)
    figures.update(windowStart=start, windowEnd=end, exhaustion=None)
    figures["burn"] = [burn_of(rate(w), rate(w // 12), f, end - start, w)
                       for f, w in zip(SHARES, [HOUR, 6 * HOUR, 3 * DAY])]
    return figures


def walk(bads, future_ends, rolls, budget, share):
    """End of the first slice to come at which the budget is spent."""
    window = [Fraction(bad) for bad in bads]
    spent = sum(window)
    for n, end in enumerate(future_ends):
        spent += share - (window[n] if rolls else 0)
        if is_spent(spent, budget):
            return end
    return None


def is_spent(spent, budget):
    return spent >= budget - Fraction(1, 10**9) if budget > 0 else spent > 0


def time_slices(case, s, at):
    slices, points, window = Slices(case), turning_points(case), case["window"]
    known = {}

    def state(n):
        if n not in known:
            known[n] = slice_state(case, slices.start(n), slices.start(n + 1), points)
        return known[n]

    complete = slices.complete(at)
    if window["rolling"]:
        total = length_of(window["duration"]) // slices.length
        numbers = list(range(complete - total, complete))
        start, end = slices.start(complete - total), slices.start(complete)
        future_ends = [slices.start(complete + k) for k in range(1, total + 1)]
    else:
        start, end = period_at(window, at)
        first, last = slices.first_from(start), slices.first_from(end)
        total = last - first
        numbers = [n for n in range(first, last) if slices.start(n + 1) <= at]
        future_ends = [slices.start(n + 1) for n in range(first, last) if slices.start(n + 1) > at]
    states = [state(n) for n in numbers]
    figures = common(case, states.count(GOOD), states.count(BAD), states.count(UNKNOWN), total, s)
    figures.update(windowStart=start, windowEnd=end)

    def recent(length):
        count = max(1, length // slices.length)
        last = [state(n) for n in range(complete - count, complete)]
        return last.count(GOOD), last.count(BAD)

    def rate(length):
        good, bad = recent(length)
        return Fraction(bad, good + bad) / (1 - s) if good + bad and s < 1 else None

    lengths = [HOUR, 6 * HOUR, 3 * DAY] if slices.length <= HOUR else [DAY, 3 * DAY, 7 * DAY]
    figures["burn"] = [burn_of(rate(w), rate(w // 12), f, total * slices.length, w)
                       for f, w in zip(SHARES, lengths)]

    budget, bads = (1 - s) * total, [1 if one == BAD else 0 for one in states]
    good, bad = recent(lengths[2])
    figures["exhaustion"] = None
    if is_spent(sum(bads), budget):
        figures["exhaustion"] = [at, at, at]
    elif good + bad:
        shares = [Fraction(bad, good + bad)] + wilson(bad, good + bad)[::-1]
        ends = [walk(bads, future_ends, window["rolling"], budget, share) for share in shares]
        if ends[0] is not None:
            figures["exhaustion"] = ends
    return figures


def figures_of(case):
    s, at = Fraction(case["target"]), case["at"]
    figures = (occurrences if case["measure"] == "count" else time_slices)(case, s, at)
    figures["state"] = state_word(figures)
    return figures


if __name__ == "__main__":
    json.dump([figures_of(case) for case in json.load(sys.stdin)], sys.stdout, default=float)
