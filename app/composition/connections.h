// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ondemandclient.h"
#include "models/secrets/keychainsecrets.h"
#include "models/secrets/sessionsecrets.h"
#include "models/sync/accountclients.h"
#include "models/sync/engine.h"

#include <QUrl>

namespace portolan::app {

//! All that reaches platforms and keeps secrets, the same for the window and the command line: the
//! network, the keyring, and the clients of accounts. One in a process.
class Connections
{
public:
    //! \a platforms say how one signs in to them; \a clock outlives this object, which outlives the
    //! engine that it is handed to.
    Connections(const Clock &clock, const sync::Engine::Platforms &platforms);

    sync::AccountClients &clients() { return m_clients; }

    //! Tries now what waits for a repetition: after F5, or when the network is back.
    void tryNow() { m_http.tryNow(); }

private:
    OnDemandClient m_http;
    secrets::KeychainSecrets m_keyring;
    secrets::SessionSecrets m_secrets;
    sync::AccountClients m_clients;
};

//! Opens \a address in the person's browser; false where there is none, or where it is no page that
//! one signs in on: an encrypted one, or one of this machine.
bool openInBrowser(const QUrl &address);

} // namespace portolan::app
