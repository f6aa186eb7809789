// SPDX-License-Identifier: GPL-3.0-or-later
// Does one thing with the keyring of its own bus and says what came of it. For tst_keyring:
//   keyringprobe state|read ID|write ID|remove ID      a token to write comes on standard input
#include "models/secrets/keychainsecrets.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::secrets;

namespace {

template <typename T>
T waited(QFuture<T> future)
{
    future.waitForFinished(); // the work is done in the keyring's thread
    return future.takeResult();
}

QString said(const Error &error)
{
    return QString((error.kind == Error::Kind::Keychain       ? u"keychain: "_s
                        : error.kind == Error::Kind::NotFound ? u"not found: "_s
                                                              : u"other: "_s)
                   + error.detail);
}

QString stateWord(KeyringState state)
{
    switch (state) {
    case KeyringState::Available:
        return u"available"_s;
    case KeyringState::Locked:
        return u"locked"_s;
    case KeyringState::Absent:
        break;
    }
    return u"absent"_s;
}

QString outcome(SecretStore &keyring, const QString &what, const QUuid &id)
{
    if (what == u"read"_s) {
        const auto secrets = waited(keyring.read(id));
        return secrets ? u"read: "_s + QString::fromUtf8(secrets->token.reveal().toByteArray())
                       : said(secrets.error());
    }
    if (what == u"write"_s) {
        QFile input;
        AccountSecrets secrets;
        if (input.open(stdin, QIODevice::ReadOnly))
            secrets.token = Secret(input.readAll());
        const auto kept = waited(keyring.write(id, secrets));
        return kept ? u"kept"_s : said(kept.error());
    }
    if (what == u"remove"_s) {
        const auto removed = waited(keyring.remove(id));
        return removed ? u"removed"_s : said(removed.error());
    }
    return stateWord(waited(keyring.state()));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    KeychainSecrets keyring(u"org.portolan.Probe"_s, 20'000);
    QTextStream(stdout) << outcome(keyring, words.value(1), QUuid(words.value(2))) << Qt::endl;
    return 0;
}
