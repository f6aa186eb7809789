// SPDX-License-Identifier: GPL-3.0-or-later
// ID tokens: what has to be in one, and who signed it. The keys are made here, by OpenSSL.
#include "models/signin/idtoken.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>
#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::signin;

namespace {

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! A key pair of the provider.
class Signer
{
public:
    explicit Signer(bool isRsa, unsigned bits = 2048)
        : m_isRsa(isRsa)
        , m_key(isRsa ? EVP_RSA_gen(bits) : EVP_EC_gen("P-256"))
    {
    }

    ~Signer() { EVP_PKEY_free(m_key); }

    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    QByteArray signature(const QByteArray &bytes) const
    {
        auto *context = EVP_MD_CTX_new();
        EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key);
        std::size_t size = 0;
        const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
        const auto length = static_cast<std::size_t>(bytes.size());
        EVP_DigestSign(context, nullptr, &size, data, length);
        QByteArray made(static_cast<qsizetype>(size), '\0');
        EVP_DigestSign(context, reinterpret_cast<unsigned char *>(made.data()), &size, data,
                       length);
        EVP_MD_CTX_free(context);
        made.truncate(static_cast<qsizetype>(size));
        return m_isRsa ? made : sideBySide(made);
    }

    QJsonObject jwk(const QString &id) const
    {
        if (m_isRsa) {
            return {{u"kty"_s, u"RSA"_s},
                    {u"kid"_s, id},
                    {u"use"_s, u"sig"_s},
                    {u"n"_s, number(OSSL_PKEY_PARAM_RSA_N)},
                    {u"e"_s, number(OSSL_PKEY_PARAM_RSA_E)}};
        }
        return {{u"kty"_s, u"EC"_s},
                {u"crv"_s, u"P-256"_s},
                {u"kid"_s, id},
                {u"x"_s, number(OSSL_PKEY_PARAM_EC_PUB_X, 32)},
                {u"y"_s, number(OSSL_PKEY_PARAM_EC_PUB_Y, 32)}};
    }

private:
    QString number(const char *name, int size = 0) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key, name, &value);
        QByteArray bytes(std::max(size, BN_num_bytes(value)), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()),
                     static_cast<int>(bytes.size()));
        BN_free(value);
        return QString::fromLatin1(base64(bytes));
    }

    static QByteArray sideBySide(const QByteArray &der)
    {
        const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
        auto *made = d2i_ECDSA_SIG(nullptr, &data, der.size());
        QByteArray bytes(64, '\0');
        auto *out = reinterpret_cast<unsigned char *>(bytes.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(made), out, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(made), out + 32, 32);
        ECDSA_SIG_free(made);
        return bytes;
    }

    bool m_isRsa;
    EVP_PKEY *m_key;
};

QByteArray keySet(const QList<QJsonObject> &keys)
{
    QJsonArray list;
    for (const auto &key : keys)
        list.append(key);
    return json({{u"keys"_s, list}});
}

const auto now = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);

QJsonObject goodClaims()
{
    return {{u"iss"_s, u"https://id.example"_s},
            {u"aud"_s, u"portolan"_s},
            {u"sub"_s, u"alice"_s},
            {u"name"_s, u"Alice"_s},
            {u"nonce"_s, u"n0nce"_s},
            {u"exp"_s, 1'700'000'600},
            {u"iat"_s, 1'699'999'999}};
}

QByteArray signedToken(const Signer &signer, const QJsonObject &header,
                       const QJsonObject &claims = goodClaims())
{
    const QByteArray head = base64(json(header)) + '.' + base64(json(claims));
    return head + '.' + base64(signer.signature(head));
}

QByteArray unprovenToken(const QJsonObject &claims)
{
    return base64(R"({"alg":"RS256"})") + '.' + base64(json(claims)) + ".c2ln";
}

} // namespace

class TestIdToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theClaimsSayWhoSignedIn()
    {
        const auto parts = idTokenParts(unprovenToken(goodClaims()));
        QVERIFY(parts);
        const auto identity = checkedClaims(*parts, demands());
        QVERIFY2(identity, qPrintable(identity ? QString() : identity.error().detail));
        QCOMPARE(identity->subject, u"alice"_s);
        QCOMPARE(identity->name, u"Alice"_s);
    }

    void eachClaimIsHeldAgainstWhatWasAsked_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("good");
        const auto list = [](const QStringList &names) {
            return QJsonValue(QJsonArray::fromStringList(names));
        };
        const auto missing = QJsonValue(QJsonValue::Undefined);
        QTest::newRow("another issuer")
            << u"iss"_s << QJsonValue(u"https://evil.example"_s) << false;
        QTest::newRow("no issuer") << u"iss"_s << missing << false;
        QTest::newRow("another client") << u"aud"_s << QJsonValue(u"other"_s) << false;
        QTest::newRow("a list with it") << u"aud"_s << list({u"portolan"_s}) << true;
        QTest::newRow("a list, no azp") << u"aud"_s << list({u"portolan"_s, u"b"_s}) << false;
        QTest::newRow("no audience") << u"aud"_s << missing << false;
        QTest::newRow("another party") << u"azp"_s << QJsonValue(u"other"_s) << false;
        QTest::newRow("this party") << u"azp"_s << QJsonValue(u"portolan"_s) << true;
        QTest::newRow("ran out") << u"exp"_s << QJsonValue(1'699'999'000) << false;
        QTest::newRow("ran out a moment ago") << u"exp"_s << QJsonValue(1'699'999'900) << true;
        QTest::newRow("never ends") << u"exp"_s << missing << false;
        QTest::newRow("ends in words") << u"exp"_s << QJsonValue(u"1700000600"_s) << false;
        QTest::newRow("from the future") << u"iat"_s << QJsonValue(1'700'001'000) << false;
        QTest::newRow("of no time") << u"iat"_s << missing << false;
        QTest::newRow("another sign-in") << u"nonce"_s << QJsonValue(u"other"_s) << false;
        QTest::newRow("no nonce") << u"nonce"_s << missing << false;
        QTest::newRow("nobody") << u"sub"_s << missing << false;
    }

    void eachClaimIsHeldAgainstWhatWasAsked()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        QFETCH(bool, good);
        auto claims = goodClaims();
        if (value.isUndefined())
            claims.remove(claim);
        else
            claims.insert(claim, value);
        const auto parts = idTokenParts(unprovenToken(claims));
        QVERIFY(parts);
        QCOMPARE(checkedClaims(*parts, demands()).has_value(), good);
    }

    void whatIsNoSignedTokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const auto body = base64(json(goodClaims()));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("four parts") << QByteArray("a.b.c.d");
        QTest::newRow("not signed") << QByteArray(base64(R"({"alg":"none"})") + '.' + body + '.');
        QTest::newRow("none, with a signature")
            << QByteArray(base64(R"({"alg":"none"})") + '.' + body + ".c2ln");
        QTest::newRow("an extension")
            << QByteArray(base64(R"({"alg":"RS256","crit":["b64"]})") + '.' + body + ".c2ln");
        QTest::newRow("garbled") << QByteArray("%%%.%%%.%%%");
        QTest::newRow("no claims") << QByteArray(base64(R"({"alg":"RS256"})") + ".W10.c2ln");
        QTest::newRow("endless") << QByteArray(100'000, 'a');
    }

    void whatIsNoSignedTokenIsRefused()
    {
        QFETCH(QByteArray, token);
        QVERIFY(!idTokenParts(token));
    }

    void theProvidersKeyProvesIt_data()
    {
        QTest::addColumn<bool>("isRsa");
        QTest::newRow("RS256") << true;
        QTest::newRow("ES256") << false;
    }

    void theProvidersKeyProvesIt()
    {
        QFETCH(bool, isRsa);
        const Signer provider(isRsa);
        const Signer stranger(isRsa);
        const QJsonObject header{{u"alg"_s, isRsa ? u"RS256"_s : u"ES256"_s}, {u"kid"_s, u"k1"_s}};
        const auto token = idTokenParts(signedToken(provider, header));
        QVERIFY(token);
        const auto keys = keySet({stranger.jwk(u"k0"_s), provider.jwk(u"k1"_s)});
        const auto proved = checkedSignature(*token, keys);
        QVERIFY2(proved, qPrintable(proved ? QString() : proved.error().detail));
        // The key of somebody else under the same name, one that is not there, and none at all.
        for (const auto &other :
             {keySet({stranger.jwk(u"k1"_s)}), keySet({provider.jwk(u"k2"_s)}), QByteArray("{}")}) {
            const auto refused = checkedSignature(*token, other);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Untrusted);
        }
        // A changed claim.
        auto forged = *token;
        forged.signedBytes[forged.signedBytes.size() - 3] ^= 1;
        QVERIFY(!checkedSignature(forged, keys));
        // The signature of the other kind.
        auto crossed = *token;
        crossed.algorithm = isRsa ? "ES256" : "RS256";
        QVERIFY(!checkedSignature(crossed, keys));
    }

    void weakKeysAndSharedSecretsProveNothing()
    {
        const Signer weak(true, 1024);
        const auto token =
            idTokenParts(signedToken(weak, {{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"k1"_s}}));
        QVERIFY(token);
        QVERIFY(!checkedSignature(*token, keySet({weak.jwk(u"k1"_s)})));
        // HS256 with the public key as its secret: the oldest forgery of all.
        auto shared = *token;
        shared.algorithm = "HS256";
        QVERIFY(!checkedSignature(shared, keySet({weak.jwk(u"k1"_s)})));
    }

private:
    static IdTokenDemands demands()
    {
        return {u"https://id.example"_s, u"portolan"_s, "n0nce", now};
    }
};

QTEST_APPLESS_MAIN(TestIdToken)
#include "tst_idtoken.moc"
