// SPDX-License-Identifier: GPL-3.0-or-later
// A line edit cannot style parts of its text. It can style what an input method is composing, and
// takes such attributes for the whole text, relative to the cursor (works in Qt 6.4): that is how
// filters get their ground here, without a second widget over the first.
#include "views/shared/filterfield.h"

#include "views/shared/icons.h"
#include "views/shared/safetext.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

constexpr qsizetype mostOffers = 200; // nobody reads more: another letter leads there sooner

} // namespace

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(this))
    , m_keys(domain::queryKeys())
{
    addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterField::insertCompletion);
    connect(this, &QLineEdit::textChanged, this, &FilterField::mark);
    connect(this, &QLineEdit::textEdited, this, &FilterField::complete);
    connect(this, &QLineEdit::cursorPositionChanged, this, &FilterField::mark);
}

void FilterField::setFiltersShown(bool on)
{
    m_filters = on;
    mark();
}

void FilterField::setValuesOf(std::function<QStringList(const QString &)> valuesOf)
{
    m_valuesOf = std::move(valuesOf);
}

void FilterField::setKeys(const QStringList &keys)
{
    m_keys = keys;
    mark();
}

//! The parser knows the keys of the catalogue; here others may hold.
bool FilterField::isKey(const domain::QueryToken &token) const
{
    return m_keys.contains(token.key);
}

void FilterField::mark()
{
    if (m_marking)
        return;
    m_marking = true;
    const auto tokens = tokensOf(this);
    QList<QInputMethodEvent::Attribute> attributes;
    const auto query = domain::parseQuery(text());
    for (const auto &token : query.tokens) {
        if (!m_filters || token.kind == domain::QueryToken::Kind::Word)
            continue;
        QTextCharFormat format;
        if (isKey(token)) {
            format.setBackground(tokens(Colour::AccentSoft));
            format.setForeground(tokens(Colour::Text));
        } else {
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(tokens(Colour::StatusBreach));
        }
        attributes.append({QInputMethodEvent::TextFormat, int(token.from) - cursorPosition(),
                           int(token.to - token.from), QVariant::fromValue<QTextFormat>(format)});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
    m_marking = false;
}

void FilterField::offerAgain()
{
    const auto before = text().left(cursorPosition());
    // Keys are offered while they are typed alone: nothing comes up by itself.
    if (hasFocus() && before.mid(before.lastIndexOf(u' ') + 1).contains(u':'))
        complete();
}

QStringList FilterField::offersFor(QString word) const
{
    if (word.startsWith(u'-'))
        word.remove(0, 1);
    QStringList offers;
    const auto colon = word.indexOf(u':');
    if (colon > 0 && m_valuesOf) {
        const auto key = word.left(colon);
        for (const auto &value : m_valuesOf(key)) {
            if (value.contains(QStringView(word).mid(colon + 1), Qt::CaseInsensitive))
                offers.append(key + u':' + value);
            if (offers.size() >= mostOffers)
                break;
        }
    } else if (colon < 0 && word.size() > 1) {
        for (const auto &key : m_keys) {
            if (key.startsWith(word, Qt::CaseInsensitive))
                offers.append(key + u':');
        }
    }
    const bool done = offers.size() == 1 && offers.first() == word;
    return done ? QStringList() : offers;
}

void FilterField::complete()
{
    if (!m_filters)
        return;
    const auto before = text().left(cursorPosition());
    const auto offers = offersFor(before.mid(before.lastIndexOf(u' ') + 1));
    auto *popup = m_completer->popup();
    // Some desktops give the list the focus: it hands on what is typed.
    if (offers.isEmpty() || !(hasFocus() || popup->isVisible())) {
        popup->hide();
        return;
    }
    m_words->setStringList(offers);
    popup->setAccessibleName(tr("Completions"));
    m_completer->complete();
}

void FilterField::insertCompletion(const QString &word)
{
    const auto before = text().left(cursorPosition());
    auto start = before.lastIndexOf(u' ') + 1;
    if (start < before.size() && before.at(start) == u'-')
        ++start;
    const auto rest = text().mid(cursorPosition());
    const bool key = word.endsWith(u':');
    const QString head = before.left(start) + word + (key ? u""_s : u" "_s);
    setText(head + rest.trimmed());
    setCursorPosition(int(head.size()));
    Q_EMIT textEdited(text());
    if (key)
        complete();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty()) {
            Q_EMIT left();
        } else {
            clear();
            Q_EMIT textEdited({});
        }
        return;
    }
    if (event->key() == Qt::Key_Down) {
        Q_EMIT resultsWanted();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool FilterField::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto query = domain::parseQuery(text());
        for (const auto &token : query.tokens) {
            if (token.kind == domain::QueryToken::Kind::Word || isKey(token))
                continue;
            const auto *help = static_cast<QHelpEvent *>(event);
            QToolTip::showText(
                help->globalPos(),
                safeToolTip(
                    (m_isStrangeRefused
                         ? tr("“%1” is no filter here. Filters are: %2.")
                         : tr("“%1” is no filter; it is searched as text. Filters are: %2."))
                        .arg(token.key, m_keys.join(u", "_s))),
                this);
            return true;
        }
    }
    if (event->type() == QEvent::PaletteChange)
        mark();
    return QLineEdit::event(event);
}

} // namespace portolan::views
