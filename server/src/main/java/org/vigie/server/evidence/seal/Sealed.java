package org.vigie.server.evidence.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.vigie.server.evidence.EvidenceId;

/// The sealed form of content: Tink's `AES256_GCM_HKDF_1MB`, bound to its object, section 1 of
/// `docs/formats/evidence.md`. Takes about 2 MB of memory while a stream is open.
public final class Sealed {
  private Sealed() {}

  /// Returns a stream that seals the bytes written to it; closing it ends the sealed form, and
  /// closes the stream beneath.
  public static OutputStream writing(EvidenceId object, DataKey key, OutputStream sealed)
      throws IOException {
    try {
      return aead(key).newEncryptingStream(sealed, bound(object));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("content cannot be sealed", e);
    }
  }

  /// Returns the content of a sealed form. Reading ends with an [IOException] where the form was
  /// changed or cut short; the bytes read before are authentic.
  public static InputStream reading(EvidenceId object, DataKey key, InputStream sealed)
      throws IOException {
    try {
      return aead(key).newDecryptingStream(sealed, bound(object));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no sealed content can be opened", e);
    }
  }

  @AccessesPartialKey
  private static StreamingAead aead(DataKey key) throws GeneralSecurityException {
    SecretBytes material = SecretBytes.copyFrom(key.bytes(), InsecureSecretKeyAccess.get());
    return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(
        PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, material));
  }

  private static byte[] bound(EvidenceId object) {
    return object.reference().getBytes(StandardCharsets.US_ASCII);
  }
}
