// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/secretstore.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::secrets {

SecretStore::~SecretStore() = default;

Error keyringError(KeyringState state)
{
    switch (state) {
    case KeyringState::Available:
        return {Error::Kind::Keychain,
                u"the keyring refused; allow Portolan to use it, then try again"_s};
    case KeyringState::Locked:
        return {Error::Kind::Keychain,
                u"the keyring is locked, and what is kept in it cannot be read; open it, then try "
                "again"_s};
    case KeyringState::Absent:
        break;
    }
    return {Error::Kind::Keychain,
            u"no keyring answers on this desktop, so tokens and passwords cannot be kept; start "
            "one, GNOME Keyring for instance, or enter them after each start"_s};
}

} // namespace portolan::secrets
