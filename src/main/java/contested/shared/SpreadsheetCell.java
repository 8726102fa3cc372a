package contested.shared;

/** A cell of a file that somebody opens in a spreadsheet. */
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /** The same text, with a sign before it where a spreadsheet would take it for a formula. Source: OWASP, CSV injection. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
