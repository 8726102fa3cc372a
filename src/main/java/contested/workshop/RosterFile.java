package contested.workshop;

import contested.shared.Language;
import contested.shared.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The real names of a class, from a CSV file as schools' systems and spreadsheets write it: with a column of whole names, or
 * with given and family names as in the users.csv of OneRoster. Of everything else in the file, e-mail addresses above all,
 * nothing is kept.
 */
public final class RosterFile {

    /** The field of the form with which it is sent. */
    public static final String FIELD = "roster";

    /** Of names; no class is larger. */
    public static final int MAX_ROWS = 1000;

    /** A thousand rows as wide as OneRoster's, and to spare. */
    public static final int MAX_KIBIBYTES = 1024;

    static final int MAX_NAME_CHARS = 100;

    /** Spreadsheets write what their country's decimal sign leaves them. */
    private static final List<String> DELIMITERS = List.of(",", ";", "\t");

    private RosterFile() {}

    /**
     * The names in the file's order, NFC, blanks collapsed; two people of one name stand there twice.
     *
     * @param language decides how a name is put together: in Vietnamese the family name comes first
     * @throws UserFacingException When it cannot be read, holds no name or too many; names the row where one is at fault.
     */
    public static List<String> names(byte[] file, Language language) {
        if (file.length > MAX_KIBIBYTES * 1024) {
            throw fault("workshop.roster.large", MAX_KIBIBYTES);
        }
        String text = decoded(file);
        // Empty lines count, so that a row has the number that a spreadsheet gives it.
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return names(parser.iterator(), language);
        } catch (UncheckedIOException | IOException e) {
            // Text is never out of reach, so only a quotation mark can have stopped it.
            throw fault("workshop.roster.quotes");
        }
    }

    private static List<String> names(Iterator<CSVRecord> rows, Language language) {
        if (!rows.hasNext()) {
            throw fault("workshop.roster.empty");
        }
        RosterColumns columns = RosterColumns.of(rows.next());
        List<String> names = new ArrayList<>();
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            if (!isEmpty(row) && !columns.isDeleted(row)) {
                names.add(checked(columns.name(row, language), row));
            }
            if (names.size() > MAX_ROWS) {
                throw fault("workshop.roster.many", MAX_ROWS);
            }
        }
        if (names.isEmpty()) {
            throw fault("workshop.roster.empty");
        }
        return List.copyOf(names);
    }

    private static String checked(String name, CSVRecord row) {
        if (name.isEmpty()) {
            throw fault("workshop.roster.nameless", row.getRecordNumber());
        }
        if (name.codePointCount(0, name.length()) > MAX_NAME_CHARS) {
            throw fault("workshop.roster.long", row.getRecordNumber(), MAX_NAME_CHARS);
        }
        return name;
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** UTF-8, with or without a byte order mark. */
    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw fault("workshop.roster.encoding");
        }
    }

    /** The one that the heads of the columns are parted by. */
    private static String delimiter(String text) {
        String head = text.lines().findFirst().orElse("");
        return DELIMITERS.stream()
                .max(Comparator.comparingInt(each -> head.split(each, -1).length))
                .filter(each -> head.contains(each))
                .orElse(",");
    }

    static UserFacingException fault(String key, Object... arguments) {
        return new UserFacingException(FIELD, key, arguments);
    }
}
