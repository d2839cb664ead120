package org.vigie.server.frame;

import java.io.DataInput;
import java.io.InputStream;
import java.io.Reader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/// Makes parsers that refuse fields that come twice: [UniqueFields].
final class UniqueFieldsFactory extends JsonFactory {
  private static final long serialVersionUID = 1;

  UniqueFieldsFactory(JsonFactoryBuilder builder) {
    super(builder);
  }

  private UniqueFieldsFactory(UniqueFieldsFactory other) {
    super(other);
  }

  @Override
  public JsonFactory copy() {
    return new UniqueFieldsFactory(this);
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext context, IOContext io, InputStream in) {
    return new UniqueFields(super._createParser(context, io, in));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext context, IOContext io, Reader in) {
    return new UniqueFields(super._createParser(context, io, in));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext context, IOContext io, char[] text, int from, int length, boolean mayKeep) {
    return new UniqueFields(super._createParser(context, io, text, from, length, mayKeep));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext context, IOContext io, byte[] text, int from, int length) {
    return new UniqueFields(super._createParser(context, io, text, from, length));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext context, IOContext io, DataInput in) {
    return new UniqueFields(super._createParser(context, io, in));
  }
}
