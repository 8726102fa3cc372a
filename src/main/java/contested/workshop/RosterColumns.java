package contested.workshop;

import contested.shared.Language;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * Where names stand in a roster's rows. A column of whole names counts before those of parts.
 *
 * @param at place of each column that the file has and that matters here, from 0
 */
record RosterColumns(Map<Column, Integer> at) {

    /** The columns that matter, by their heads without case, marks, blanks and signs. Source: 1EdTech OneRoster 1.1. */
    enum Column {
        NAME("name", "fullname", "hoten", "hovaten"),
        GIVEN("givenname", "firstname", "ten"),
        MIDDLE("middlename", "dem", "tendem"),
        FAMILY("familyname", "lastname", "surname", "ho", "hodem", "hotendem", "hovatendem"),
        STATUS("status");

        private final List<String> heads;

        Column(String... heads) {
            this.heads = List.of(heads);
        }
    }

    /** How OneRoster marks people who left. */
    private static final String DELETED = "tobedeleted";

    /** @throws contested.shared.UserFacingException When no column is known to hold names. */
    static RosterColumns of(CSVRecord heads) {
        Map<Column, Integer> at = new EnumMap<>(Column.class);
        for (int place = 0; place < heads.size(); place++) {
            String head = bare(heads.get(place));
            for (Column column : Column.values()) {
                if (column.heads.contains(head)) {
                    at.putIfAbsent(column, place);
                }
            }
        }
        if (Stream.of(Column.NAME, Column.GIVEN, Column.FAMILY).noneMatch(at::containsKey)) {
            throw RosterFile.fault("workshop.roster.columns");
        }
        return new RosterColumns(at);
    }

    private static String bare(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    boolean isDeleted(CSVRecord row) {
        return cell(row, Column.STATUS).equalsIgnoreCase(DELETED);
    }

    /** The whole name as that language puts it together; empty text where the row has none. */
    String name(CSVRecord row, Language language) {
        if (at.containsKey(Column.NAME)) {
            return cell(row, Column.NAME);
        }
        Collection<Column> order = language == Language.VI
                ? List.of(Column.FAMILY, Column.MIDDLE, Column.GIVEN)
                : List.of(Column.GIVEN, Column.MIDDLE, Column.FAMILY);
        return order.stream()
                .map(column -> cell(row, column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** NFC, blanks collapsed, and without characters that nobody sees. */
    private String cell(CSVRecord row, Column column) {
        Integer place = at.get(column);
        String cell = place != null && place < row.size() ? row.get(place) : "";
        return Normalizer.normalize(cell, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("\\p{C}", "")
                .strip();
    }
}
