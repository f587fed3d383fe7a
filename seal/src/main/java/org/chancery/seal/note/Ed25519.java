package org.chancery.seal.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with keys as the bytes that stand in notes. */
final class Ed25519 {
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;
  private static final String NAME = "Ed25519";

  /** What stands before the bytes of a public key in its X.509 form (RFC 8410). */
  private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(NAME).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] bytes(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, HEADER.length, encoded.length);
  }

  static byte[] seed(PrivateKey key) {
    return ((EdECPrivateKey) key).getBytes().orElseThrow();
  }

  static PublicKey publicKey(byte[] bytes) {
    byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + bytes.length);
    System.arraycopy(bytes, 0, encoded, HEADER.length, bytes.length);
    try {
      return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException unfit) {
      throw new IllegalArgumentException("not a public key of Ed25519", unfit);
    }
  }

  static PrivateKey privateKey(byte[] seed) {
    try {
      return KeyFactory.getInstance(NAME)
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    } catch (GeneralSecurityException unfit) {
      throw new IllegalArgumentException("not a private key of Ed25519", unfit);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException unfit) {
      throw new IllegalArgumentException("not a public key of Ed25519", unfit);
    }
  }
}
