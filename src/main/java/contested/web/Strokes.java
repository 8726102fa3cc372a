package contested.web;

import java.util.Locale;

/** The strokes of the pictures, as SVG paths. Coordinates are rounded: a tenth of a unit is below what anybody sees. */
final class Strokes {

    private Strokes() {}

    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A line that leaves and arrives upright. */
    static String curve(double x, double y, double toX, double toY) {
        double middle = (y + toY) / 2;
        return path("M%s %s C%s %s %s %s %s %s", x, y, x, middle, toX, middle, toX, toY);
    }

    /** The same, as wide as the number of people it stands for. */
    static String band(double x, double y, double toX, double toY, double width) {
        double middle = (y + toY) / 2;
        return path("M%s %s C%s %s %s %s %s %s ", x, y, x, middle, toX, middle, toX, toY)
                + path("H%s C%s %s %s %s %s %s Z", toX + width, toX + width, middle, x + width, middle, x + width, y);
    }

    /** Wide where it begins and pointed where it ends, bent toward a third point. */
    static String taper(double x, double y, double toX, double toY, double bendX, double bendY, double width) {
        double length = Math.max(1, Math.hypot(toX - x, toY - y));
        double aside = (toY - y) / length * width / 2;
        double along = -(toX - x) / length * width / 2;
        return path("M%s %s Q%s %s %s %s ", x + aside, y + along, bendX + aside / 2, bendY + along / 2, toX, toY)
                + path("Q%s %s %s %s Z", bendX - aside / 2, bendY - along / 2, x - aside, y - along);
    }

    private static String path(String form, double... values) {
        Object[] rounded = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = round(values[i]);
        }
        return String.format(Locale.ROOT, form, rounded);
    }
}
