// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

#include <functional>

namespace portolan::views {

//! A field for the filter language: filters stand on a tinted ground, a key that means nothing is
//! underlined and explained; completes keys, and values as it is told them. Esc clears, then
//! leaves.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    //! Off: a plain field for words, without tokens and completion.
    void setFiltersShown(bool on);
    //! The keys of filters here; by default those of the catalogue.
    void setKeys(const QStringList &keys);

    //! A key that means nothing is refused here, and not searched as text.
    void setStrangeRefused(bool on) { m_isStrangeRefused = on; }

    //! Asked for the values that may stand behind a key; each as it has to be written. Of very many
    //! the first that fit are offered.
    void setValuesOf(std::function<QStringList(const QString &key)> valuesOf);
    //! The values have another answer now: whoever stands behind a key is offered them.
    void offerAgain();

Q_SIGNALS:
    //! The person is done here: Esc in an empty field.
    void left();
    //! Down or Enter: the focus belongs to the results.
    void resultsWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool isKey(const domain::QueryToken &token) const;
    void mark();
    void complete();
    QStringList offersFor(QString word) const;
    void insertCompletion(const QString &word);

    QCompleter *m_completer;
    QStringListModel *m_words;
    std::function<QStringList(const QString &)> m_valuesOf;
    QStringList m_keys;
    bool m_isStrangeRefused = false;
    bool m_filters = true;
    bool m_marking = false;
};

} // namespace portolan::views
