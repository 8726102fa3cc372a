package contested.web;

import contested.outcome.ReplyNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands in the picture of who answered whom: people on a circle, in the order of their list, so that
 * nobody is in the middle. A line is wide at who answered and pointed at whose comment was answered.
 */
public final class NetworkPicture {

    private static final double MIDDLE_X = 420;
    private static final double MIDDLE_Y = 260;
    private static final double RADIUS = 200;
    private static final double NAMES = RADIUS + 16;

    /** The end of a line stays clear of the person's mark. */
    private static final double LINES = RADIUS - 10;

    private static final double THINNEST = 3;
    private static final double WIDEST = 14;

    /** How far lines bend toward the middle: 0 is straight, 1 is through it. */
    private static final double BEND = 0.45;

    /** Answers there and back bend to either side, so that they do not cover each other. */
    private static final double ASIDE = 16;

    /** Names within this part of a radius of the vertical stand above or below their person. */
    private static final double UPRIGHT = 0.2;

    private final ReplyNetwork network;
    private final List<String> people;

    public NetworkPicture(ReplyNetwork network) {
        this.network = network;
        people = network.people().stream()
                .filter(p -> p.given() + p.received() > 0)
                .map(ReplyNetwork.Person::name)
                .toList();
    }

    /** A person. @param anchor where the name begins at its place: start, middle or end */
    public record Node(String name, double x, double y, double nameX, double nameY, String anchor) {}

    public ReplyNetwork network() {
        return network;
    }

    public boolean isNothing() {
        return people.isEmpty();
    }

    /** Whether names would stand upon each other and lines be no more than a cloud. */
    public boolean isTooDense() {
        return people.size() > SwingPicture.MAX_MARKS;
    }

    /** Those who answered or were answered. */
    public List<Node> getNodes() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            double across = Math.cos(angle(i));
            double x = MIDDLE_X + NAMES * across;
            double y = MIDDLE_Y + NAMES * Math.sin(angle(i)) + 4;
            String anchor = Math.abs(across) < UPRIGHT ? "middle" : across > 0 ? "start" : "end";
            nodes.add(new Node(people.get(i), x(i, RADIUS), y(i, RADIUS), Strokes.round(x), Strokes.round(y), anchor));
        }
        return nodes;
    }

    /** One path for each line. */
    public List<String> getPaths() {
        return network.lines().stream().map(this::path).toList();
    }

    private String path(ReplyNetwork.Line line) {
        int from = people.indexOf(line.from());
        int to = people.indexOf(line.to());
        double length = Math.hypot(x(to, LINES) - x(from, LINES), y(to, LINES) - y(from, LINES));
        double bendX = (x(from, LINES) + x(to, LINES)) / 2 * (1 - BEND) + MIDDLE_X * BEND;
        double bendY = (y(from, LINES) + y(to, LINES)) / 2 * (1 - BEND) + MIDDLE_Y * BEND;
        bendX += ASIDE * (y(to, LINES) - y(from, LINES)) / length;
        bendY -= ASIDE * (x(to, LINES) - x(from, LINES)) / length;
        double width = Math.min(WIDEST, THINNEST + 2 * (line.replies() - 1));
        return Strokes.taper(x(from, LINES), y(from, LINES), x(to, LINES), y(to, LINES), bendX, bendY, width);
    }

    private double x(int person, double radius) {
        return Strokes.round(MIDDLE_X + radius * Math.cos(angle(person)));
    }

    private double y(int person, double radius) {
        return Strokes.round(MIDDLE_Y + radius * Math.sin(angle(person)));
    }

    /** Clockwise from the top. */
    private double angle(int person) {
        return 2 * Math.PI * person / people.size() - Math.PI / 2;
    }
}
