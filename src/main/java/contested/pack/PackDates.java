package contested.pack;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Days in packs are ISO 8601, such as 2025-10-24. One type does not need a library of its own. */
final class PackDates extends SimpleModule {

    private static final long serialVersionUID = 1L;

    PackDates() {
        addDeserializer(LocalDate.class, new Reader());
        addSerializer(LocalDate.class, new Writer());
    }

    private static final class Reader extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no such day");
            }
        }
    }

    private static final class Writer extends StdScalarSerializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate day, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(day.toString());
        }
    }
}
