// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/idtoken.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

namespace {

//! Gives what OpenSSL made back to it.
template <auto give>
struct Gives
{
    template <typename T>
    void operator()(T *made) const
    {
        give(made);
    }
};

using Number = std::unique_ptr<BIGNUM, Gives<BN_free>>;
using Key = std::unique_ptr<EVP_PKEY, Gives<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Gives<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Gives<EVP_MD_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Gives<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Gives<OSSL_PARAM_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Gives<ECDSA_SIG_free>>;

constexpr int leastRsaBits = 2048; // RFC 7518, 3.3
constexpr qsizetype coordinateBytes = 32; // of P-256

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Number numberOf(const QByteArray &bytes)
{
    return Number(BN_bin2bn(bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
}

QByteArray member(const QJsonObject &jwk, const QString &name)
{
    return QByteArray::fromBase64(jwk.value(name).toString().toLatin1(),
                                  QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Key keyFrom(const char *type, OSSL_PARAM *parameters)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        return {};
    return Key(key);
}

Key rsaKey(const QJsonObject &jwk)
{
    const auto modulus = numberOf(member(jwk, u"n"_s));
    const auto exponent = numberOf(member(jwk, u"e"_s));
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!modulus || !exponent || !builder || BN_num_bits(modulus.get()) < leastRsaBits
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return {};
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    return keyFrom("RSA", parameters.get());
}

Key curveKey(const QJsonObject &jwk)
{
    const auto x = member(jwk, u"x"_s);
    const auto y = member(jwk, u"y"_s);
    if (jwk.value(u"crv"_s).toString() != u"P-256"_s || x.size() != coordinateBytes
        || y.size() != coordinateBytes)
        return {};
    const QByteArray point = '\x04' + x + y;
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder
        || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0)
            != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                            point.constData(),
                                            static_cast<std::size_t>(point.size()))
            != 1)
        return {};
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    return keyFrom("EC", parameters.get());
}

//! OpenSSL reads the two numbers of a signature as ASN.1, JWS writes them side by side.
QByteArray asDer(const QByteArray &signature)
{
    if (signature.size() != 2 * coordinateBytes)
        return {};
    const Signature made(ECDSA_SIG_new());
    auto r = numberOf(signature.first(coordinateBytes));
    auto s = numberOf(signature.last(coordinateBytes));
    if (!made || !r || !s || ECDSA_SIG_set0(made.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release()); // the signature has them now
    static_cast<void>(s.release());
    unsigned char *der = nullptr;
    const auto length = i2d_ECDSA_SIG(made.get(), &der);
    if (length <= 0)
        return {};
    QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

bool isSignedBy(EVP_PKEY *key, const QByteArray &bytes, const QByteArray &signature)
{
    const DigestContext context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(context.get(), bytesOf(signature),
                            static_cast<std::size_t>(signature.size()), bytesOf(bytes),
                            static_cast<std::size_t>(bytes.size()))
        == 1;
}

//! Whether \a jwk may prove a signature of that kind and name.
bool fits(const QJsonObject &jwk, const QString &type, const IdTokenParts &token)
{
    const auto use = jwk.value(u"use"_s).toString();
    const auto algorithm = jwk.value(u"alg"_s).toString();
    return jwk.value(u"kty"_s).toString() == type && (use.isEmpty() || use == u"sig"_s)
        && (algorithm.isEmpty() || algorithm.toUtf8() == token.algorithm)
        && (token.keyId.isEmpty() || jwk.value(u"kid"_s).toString().toUtf8() == token.keyId);
}

} // namespace

Result<void> checkedSignature(const IdTokenParts &token, const QByteArray &keySet)
{
    const bool isRsa = token.algorithm == "RS256";
    if (!isRsa && token.algorithm != "ES256") {
        return failure(Error::Kind::Protocol,
                       u"the provider signs with \"%1\", which is not supported; let it sign with "
                       "RS256 or ES256"_s.arg(QString::fromUtf8(token.algorithm.left(20))));
    }
    const auto signature = isRsa ? token.signature : asDer(token.signature);
    bool isKnown = false;
    for (const auto &value : QJsonDocument::fromJson(keySet).object().value(u"keys"_s).toArray()) {
        const auto jwk = value.toObject();
        if (!fits(jwk, isRsa ? u"RSA"_s : u"EC"_s, token))
            continue;
        isKnown = true;
        const auto key = isRsa ? rsaKey(jwk) : curveKey(jwk);
        if (key && !signature.isEmpty() && isSignedBy(key.get(), token.signedBytes, signature))
            return {};
    }
    return failure(Error::Kind::Untrusted,
                   isKnown ? u"the provider's ID token is signed by somebody else"_s
                           : u"the provider has no key that its ID token could be signed with"_s);
}

} // namespace portolan::signin
