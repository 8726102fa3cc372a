package contested.web;

import contested.outcome.Answer;
import contested.outcome.AnswerCount;
import contested.outcome.Flow;
import contested.outcome.Participation;
import contested.outcome.Swing;
import contested.shared.Language;
import contested.workshop.BallotRound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the pictures of a workshop say in words: their labels, and all that they show for those who hear them. */
@Named
@RequestScoped
public class PictureWords {

    /** What fits into the narrowest column of the swing, in its type. */
    private static final int LINE_CHARS = 15;

    /** Names that a sentence can hold; more stand in the table. */
    private static final int MAX_NAMED = 12;

    private static final double LINE_HEIGHT = 18;
    private static final double LAST_LINE_ABOVE = 72;
    private static final double FIRST_LINE_BELOW = 380;

    @Inject
    private Text text;

    @Inject
    private Address address;

    /** One line of a label, and where it stands. */
    public record Line(String words, double y) {}

    public String answer(AnswerLabels labels, Answer answer) {
        return labels.label(answer).map(text::of).orElseGet(() -> text.get("picture.unsure"));
    }

    /** The language of {@link #answer}. */
    public String lang(AnswerLabels labels, Answer answer) {
        return labels.label(answer).map(text::langOf).orElseGet(() -> address.getLanguage()
                .tag());
    }

    /** The same by the name of a mark: a position's, or that of comments which take none. */
    public String stance(AnswerLabels labels, String stance) {
        return stance.equals("context")
                ? text.get("picture.none")
                : answer(labels, Answer.valueOf(stance.toUpperCase(Locale.ROOT)));
    }

    /** The language of {@link #stance}. */
    public String langOfStance(AnswerLabels labels, String stance) {
        return stance.equals("context")
                ? address.getLanguage().tag()
                : lang(labels, Answer.valueOf(stance.toUpperCase(Locale.ROOT)));
    }

    /** The label above a column of the swing, its number last. */
    public List<Line> above(SwingPicture picture, SwingPicture.Column column) {
        List<String> lines = lines(picture, column, column.before(), "picture.swing.absent.before");
        return placed(lines, LAST_LINE_ABOVE - (lines.size() - 1) * LINE_HEIGHT);
    }

    /** The label below it. */
    public List<Line> below(SwingPicture picture, SwingPicture.Column column) {
        return placed(lines(picture, column, column.after(), "picture.swing.absent.after"), FIRST_LINE_BELOW);
    }

    private List<String> lines(SwingPicture picture, SwingPicture.Column column, int people, String absent) {
        if (column.answer() == null && people == 0) {
            return List.of();
        }
        String name = column.answer() == null ? text.get(absent) : answer(picture.labels(), column.answer());
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : (name + " " + people).split(" ")) {
            String last = lines.get(lines.size() - 1);
            if (last.isEmpty() || last.length() + 1 + word.length() <= LINE_CHARS) {
                lines.set(lines.size() - 1, (last + " " + word).strip());
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private static List<Line> placed(List<String> lines, double y) {
        List<Line> placed = new ArrayList<>();
        for (String line : lines) {
            placed.add(new Line(line, y + placed.size() * LINE_HEIGHT));
        }
        return placed;
    }

    /** Such as "19 people voted both times. At least 13 kept their answer, at least 3 changed it." */
    public String swing(Swing swing) {
        String key = swing.merged() == 0 ? "picture.swing.summary.all" : "picture.swing.summary.some";
        return text.with(key, swing.pairs(), swing.stayed(), swing.moved());
    }

    /** Who voted once, and that they do not count as a shift; empty when nobody did. */
    public String once(Swing swing) {
        int both = swing.onlyOpening() + swing.onlyClosing();
        return both == 0 ? "" : text.with("picture.swing.once", swing.onlyOpening(), swing.onlyClosing());
    }

    /** What was answered on paper, apart from all else; empty where nothing was. */
    public String onPaper(SwingPicture picture) {
        return picture.swing().hasPaper()
                ? text.with(
                        "picture.swing.on-paper",
                        onPaper(picture, BallotRound.OPENING),
                        onPaper(picture, BallotRound.CLOSING))
                : "";
    }

    private String onPaper(SwingPicture picture, BallotRound round) {
        String counts = picture.swing().answers().stream()
                .filter(a -> picture.swing().paper(round, a) > 0)
                .map(a -> answer(picture.labels(), a) + " " + picture.swing().paper(round, a))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "–" : counts;
    }

    /** All that the picture of a swing shows. */
    public String described(SwingPicture picture) {
        return text.with(
                "picture.swing.described",
                counts(picture, BallotRound.OPENING),
                counts(picture, BallotRound.CLOSING),
                picture.swing().flows().stream().map(f -> flow(picture, f)).collect(Collectors.joining("; ")));
    }

    private String counts(SwingPicture picture, BallotRound round) {
        return picture.swing().counts(round).stream()
                .map(c -> answer(picture.labels(), c.answer()) + " " + c.people())
                .collect(Collectors.joining(", "));
    }

    /** What a column stands for at its top, or at its bottom: an answer, or that people did not vote in that round. */
    public String name(SwingPicture picture, SwingPicture.Column column) {
        return column.answer() == null
                ? text.get("picture.swing.stack.absent")
                : answer(picture.labels(), column.answer());
    }

    /** The language of {@link #name}. */
    public String langOfName(SwingPicture picture, SwingPicture.Column column) {
        return column.answer() == null ? address.getLanguage().tag() : lang(picture.labels(), column.answer());
    }

    public String way(SwingPicture picture, Flow flow) {
        return flow(picture, flow);
    }

    private String flow(SwingPicture picture, Flow flow) {
        String from = answer(picture.labels(), flow.from());
        return flow.isStay()
                ? text.with("picture.swing.stay", flow.people(), from)
                : text.with("picture.swing.move", flow.people(), from, answer(picture.labels(), flow.to()));
    }

    /** The count of that answer in that round; a dash where it is withheld. */
    public String count(Swing swing, String round, Answer answer) {
        return counted(swing, round, answer)
                .map(c -> String.valueOf(c.people()))
                .orElse("–");
    }

    /** How sure these people were, with one decimal; a dash where they are too few or withheld. */
    public String confidence(Swing swing, String round, Answer answer) {
        OptionalDouble mean =
                counted(swing, round, answer).map(AnswerCount::confidence).orElse(OptionalDouble.empty());
        return mean.isEmpty() ? "–" : text.with("picture.swing.mean", mean.getAsDouble());
    }

    private static Optional<AnswerCount> counted(Swing swing, String round, Answer answer) {
        return swing.counts(BallotRound.valueOf(round)).stream()
                .filter(c -> c.answer() == answer)
                .findFirst();
    }

    /** How many gave that answer on paper in that round. */
    public int paper(Swing swing, String round, Answer answer) {
        return swing.paper(BallotRound.valueOf(round), answer);
    }

    /** What became of a picture that may not be drawn, as a part of message keys. */
    public String hidden(Swing swing) {
        return swing.pairs() < Swing.MIN_PAIRS ? "few" : "merged";
    }

    /** A moment on the axis: a time within a day, a day otherwise. */
    public String time(TimePicture picture, Instant moment) {
        boolean days = picture.participation().step().compareTo(Duration.ofDays(1)) >= 0;
        Language language = address.getLanguage();
        String pattern = !days ? "HH:mm" : language == Language.VI ? "d/M" : "d MMM";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(moment.atZone(ZoneId.systemDefault()));
    }

    /** How many comments in how many steps, the most in one of them, and who is silent. */
    public String participation(Participation participation) {
        int most = participation.steps().stream()
                .map(s -> s.comments().size())
                .max(Integer::compare)
                .orElse(0);
        return text.with(
                "picture.time.summary",
                participation.comments(),
                participation.replies(),
                participation.citations(),
                most,
                duration(participation.step()));
    }

    private String duration(Duration step) {
        return step.toDays() > 0
                ? text.with("picture.time.days", step.toDays())
                : step.toHours() > 0
                        ? text.with("picture.time.hours", step.toHours())
                        : text.with("picture.time.minutes", step.toMinutes());
    }

    /** What stands in one step, such as "Yes 3, No 1"; a dash for nothing. */
    public String step(TimePicture picture, Participation.Step step) {
        Map<String, Integer> all = TimePicture.byStance(step);
        return all.isEmpty()
                ? "–"
                : all.entrySet().stream()
                        .map(e -> stance(picture.labels(), e.getKey()) + " " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** How many answers between how many people. */
    public String network(NetworkPicture picture) {
        return text.with(
                "picture.network.summary",
                picture.network().replies(),
                picture.getNodes().size(),
                picture.network().alone().size());
    }

    /** A few names after each other; empty where they are too many for a sentence. */
    public String names(List<String> names) {
        return names.size() > MAX_NAMED ? "" : String.join(", ", names);
    }

    /** How many passages of how many were cited. */
    public String passages(PassagesPicture picture) {
        int unused = picture.use().unused().size();
        return text.with(
                "picture.passages.summary",
                picture.use().passages() - unused,
                picture.use().passages());
    }
}
