package contested.export;

import contested.shared.SpreadsheetCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * One table of a workshop's records: the same for CSV and for JSON. A cell is a text, a number, a truth value, or null for
 * what there is not.
 */
public final class ArchiveTable {

    private final String name;
    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    ArchiveTable(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    /** @throws IllegalArgumentException When there are more or fewer cells than columns. */
    ArchiveTable row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns);
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    public String name() {
        return name;
    }

    public List<String> columns() {
        return columns;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }

    /** By RFC 4180, with a head. No cell begins with what a spreadsheet takes for a formula. */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (List<@Nullable Object> row : rows) {
                printer.printRecord(row.stream()
                        .map(cell -> SpreadsheetCell.harmless(Objects.toString(cell, "")))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
