package org.vigie.server.access.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// Identity tokens of an OpenID provider, written apart from the library that the server reads
/// them with.
///
/// Source: OpenID Connect Core 1.0 section 2, RFC 7515 and RFC 7518 section 3.
final class TestToken {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String KEY_ID = "of-this-test";

  private final KeyPair keys = newKeys();
  private final KeyPair foreign = newKeys();

  /// A defect of a token.
  enum Flaw {
    NONE,
    NONCE_OF_ANOTHER,
    NO_NONCE,
    AUDIENCE_OF_ANOTHER,
    ISSUER_OF_ANOTHER,
    NO_SUBJECT,
    EXPIRED,
    ISSUED_IN_THE_FUTURE,
    SIGNED_BY_ANOTHER,
    CHANGED_AFTER_SIGNING,
    SIGNED_WITH_THE_PUBLIC_KEY,
    SIGNED_WITH_THE_CLIENT_SECRET,
    NOT_SIGNED
  }

  /// Returns the set of keys by which others check the tokens.
  Map<String, Object> publicKeys() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return Map.of("keys", new Object[] {
      Map.of(
          "kty",
          "RSA",
          "use",
          "sig",
          "alg",
          "RS256",
          "kid",
          KEY_ID,
          "n",
          encode(unsigned(key.getModulus().toByteArray())),
          "e",
          encode(unsigned(key.getPublicExponent().toByteArray())))
    });
  }

  /// Makes a token with one flaw.
  ///
  /// @param right the claims of a token without flaws, apart from its times
  String make(Map<String, Object> right, Flaw flaw) {
    Map<String, Object> claims = new HashMap<>(right);
    Instant now = Instant.now();
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plusSeconds(300).getEpochSecond());
    spoil(claims, flaw, now);
    return switch (flaw) {
      case SIGNED_BY_ANOTHER -> rsa(claims, foreign.getPrivate());
      case CHANGED_AFTER_SIGNING -> changed(rsa(claims, keys.getPrivate()));
      case SIGNED_WITH_THE_PUBLIC_KEY -> hmac(claims, keys.getPublic().getEncoded());
      case SIGNED_WITH_THE_CLIENT_SECRET -> hmac(claims, text(TestProvider.SECRET));
      case NOT_SIGNED -> signed("none", claims) + ".";
      default -> rsa(claims, keys.getPrivate());
    };
  }

  private static void spoil(Map<String, Object> claims, Flaw flaw, Instant now) {
    switch (flaw) {
      case NONCE_OF_ANOTHER -> claims.put("nonce", "another");
      case NO_NONCE -> claims.remove("nonce");
      case AUDIENCE_OF_ANOTHER -> claims.put("aud", "another");
      case ISSUER_OF_ANOTHER -> claims.put("iss", "https://another.example");
      case NO_SUBJECT -> claims.remove("sub");
      case EXPIRED -> {
        claims.put("iat", now.minusSeconds(900).getEpochSecond());
        claims.put("exp", now.minusSeconds(600).getEpochSecond());
      }
      case ISSUED_IN_THE_FUTURE -> claims.put("iat", now.plusSeconds(600).getEpochSecond());
      default -> {}
    }
  }

  private static String rsa(Map<String, Object> claims, PrivateKey key) {
    String signed = signed("RS256", claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text(signed));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hmac(Map<String, Object> claims, byte[] key) {
    String signed = signed("HS256", claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return signed + "." + encode(mac.doFinal(text(signed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Changes the claims of the token, and leaves its signature as it was.
  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    Map<?, ?> claims = JSON.readValue(Base64.getUrlDecoder().decode(parts[1]), Map.class);
    Map<Object, Object> others = new HashMap<>(claims);
    others.put("name", "Somebody Else");
    return parts[0] + "." + encode(JSON.writeValueAsBytes(others)) + "." + parts[2];
  }

  private static String signed(String algorithm, Map<String, Object> claims) {
    Map<String, String> header = Map.of("alg", algorithm, "kid", KEY_ID, "typ", "JWT");
    return encode(JSON.writeValueAsBytes(header)) + "." + encode(JSON.writeValueAsBytes(claims));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Numbers in key sets have no sign, and so no zero in front.
  private static byte[] unsigned(byte[] number) {
    return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
