// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/platform.h"
#include "models/secrets/sessionsecrets.h"
#include "models/signin/renewals.h"
#include "models/signin/signedclient.h"
#include "models/signin/signin.h"
#include "models/sync/pullrun.h"

#include <QFuture>
#include <QHash>
#include <QMutex>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace portolan::sync {

//! Signs accounts in and out, and makes what their requests go through. Lives in the thread that
//! made it; nothing waits.
//!
//! To sign in: hand() what was typed, or what came of newSignIn(); try the account with
//! Engine::check(); then keep() it, or forget() it again.
class AccountClients final : public QObject
{
    Q_OBJECT

public:
    //! What it works with; all of it outlives this object.
    struct Services
    {
        net::HttpClient &http;
        secrets::SessionSecrets &secrets;
        const Clock &clock;
        //! How one signs in to the platform of that name.
        std::function<platforms::SignInWays(const QString &platform)> waysOf;
        signin::OpenUrl openUrl;
    };

    explicit AccountClients(Services services, QObject *parent = nullptr);
    //! What is under way ends as Cancelled.
    ~AccountClients() override;

    //! For Engine::setClients(); usable from any thread for as long as this object lives.
    ClientSource source();
    //! The client of an account, the same one until its settings change. A Usage error names a
    //! setting that cannot be used. Any thread.
    [[nodiscard]] Result<std::shared_ptr<net::HttpClient>>
    client(const platforms::AccountSettings &settings);

    //! Whether the keyring can take and give secrets; asks nobody to open it.
    QFuture<secrets::KeyringState> keyring() { return m_services.secrets.state(); }

    //! How \a settings stand with their platform, as far as it is known here; asks no platform.
    QFuture<signin::SignInState> state(const platforms::AccountSettings &settings);

    //! What a sign-in by OpenID Connect needs a person for.
    enum class By {
        Browser, //!< on this machine
        Device //!< a code, typed anywhere
    };

    //! A sign-in of an account by its options "issuer", "clientId" and "scopes", not started yet. A
    //! Usage error names what is missing. \a proxyPassword is for the proxy on the way there.
    [[nodiscard]] Result<std::unique_ptr<signin::SignIn>>
    newSignIn(const platforms::AccountSettings &settings, By by, const Secret &proxyPassword = {});

    //! The passwords of the account that no sign-in brings: of the client key and of the proxy. An
    //! error where it has such passwords and they cannot be read: they would be lost. Asks the
    //! keyring, which may ask to be opened.
    QFuture<Result<secrets::AccountSecrets>> passwords(const platforms::AccountSettings &settings);
    //! All that is secret of the account; empty where nothing is, or no keyring answers. A Keychain
    //! error where the keyring is there and gives nothing. May ask for it to be opened.
    QFuture<Result<secrets::AccountSecrets>> secretsOf(const QUuid &account);
    //! What memory has of that, because it was handed over or has no other place.
    std::optional<secrets::AccountSecrets> held(const QUuid &account) const;

    //! Uses \a secrets for the account from now on, without keeping them: all of them, so what goes
    //! on has to be among them, see passwords().
    void hand(const QUuid &account, secrets::AccountSecrets secrets);
    //! The same, while version() is \a version; false otherwise: they were renewed meanwhile.
    [[nodiscard]] bool hand(const QUuid &account, secrets::AccountSecrets secrets, quint64 version);

    quint64 version(const QUuid &account) const { return m_services.secrets.version(account); }

    //! The same with what a sign-in brought; \a before holds passwords that go on.
    void hand(const platforms::AccountSettings &settings, const signin::SignedIn &signedIn,
              secrets::AccountSecrets before = {});
    //! Keeps what was handed over; answers where. No error for a keyring that is locked or absent:
    //! then they are kept for this session.
    QFuture<Result<secrets::Keeping>> keep(const QUuid &account);
    //! Uses again what the keyring has, in the place of what was handed over.
    void letGo(const QUuid &account);
    //! Whose the session at a provider is.
    enum class Session {
        Own,
        Shared //!< with another account, which would be signed out with it: it is left alone
    };

    //! Ends the session at the provider where there is one, and forgets all that is secret of the
    //! account. That the provider did not answer is no error: the secrets are gone all the same.
    QFuture<Result<void>> forget(const platforms::AccountSettings &settings,
                                 Session session = Session::Own);
    //! Reads the account's secrets again: the keyring was opened.
    void reload(const QUuid &account);

Q_SIGNALS:
    void stateChanged(const QUuid &account, portolan::signin::SignInState state);

private:
    struct Made
    {
        platforms::AccountSettings settings;
        std::shared_ptr<signin::SignedClient> client;
    };

    void revoke(const signin::OpenIdSettings &settings, const Secret &refresh,
                const std::function<void()> &then);
    void erase(const QUuid &account, const std::shared_ptr<QPromise<Result<void>>> &promise);

    Services m_services;
    QThread m_thread; //!< of all clients
    std::unique_ptr<signin::Renewals> m_renewals; //!< of all clients, in their thread
    QMutex m_mutex; //!< guards the two below, for the time of a look
    QHash<QUuid, Made> m_made;
    QHash<QUuid, signin::SignInState> m_states;
};

} // namespace portolan::sync
