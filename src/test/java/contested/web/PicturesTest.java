package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.outcome.Answer;
import contested.outcome.CitablePassage;
import contested.outcome.Participation;
import contested.outcome.PassageUse;
import contested.outcome.PublishedComment;
import contested.outcome.ReplyNetwork;
import contested.outcome.Swing;
import contested.question.Slot;
import contested.shared.Bilingual;
import contested.shared.Language;
import contested.shared.Slug;
import contested.support.Wiring;
import contested.workshop.BallotRound;
import contested.workshop.CastBallot;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pictures of a workshop show what its figures say: as a drawing, in words, and as a table. */
class PicturesTest {

    private static final List<Slot> THREE = List.of(Slot.YES, Slot.DEPENDS, Slot.NO);

    private static final AnswerLabels LABELS = new AnswerLabels(Map.of(
            Slot.YES, new Bilingual("Yes", "Có"),
            Slot.DEPENDS, new Bilingual("Only with a court order", "Chỉ khi có lệnh toà án"),
            Slot.NO, new Bilingual("No", null)));

    private static final Instant BELL = Instant.parse("2026-03-02T08:00:00Z");

    private final List<CastBallot> ballots = new ArrayList<>();

    private PicturesTest went(Slot from, Slot to, int people) {
        for (int i = 0; i < people; i++) {
            String pair = "p" + ballots.size();
            ballots.add(new CastBallot(pair, BallotRound.OPENING, from, 1 + i % 5));
            ballots.add(new CastBallot(pair, BallotRound.CLOSING, to, 1 + i % 4));
        }
        return this;
    }

    private PicturesTest onlyOpened(Slot at, int people) {
        for (int i = 0; i < people; i++) {
            ballots.add(new CastBallot("o" + ballots.size(), BallotRound.OPENING, at, 3));
        }
        return this;
    }

    private SwingPicture picture() {
        return new SwingPicture(new Swing(THREE, ballots, Map.of(BallotRound.OPENING, Map.of(Answer.YES, 2))), LABELS);
    }

    private SwingPicture ofAClass() {
        return went(Slot.YES, Slot.YES, 7)
                .went(Slot.YES, Slot.DEPENDS, 4)
                .went(Slot.DEPENDS, Slot.DEPENDS, 5)
                .went(Slot.NO, Slot.NO, 4)
                .went(Slot.NO, Slot.DEPENDS, 1)
                .went(Slot.DEPENDS, Slot.YES, 1)
                .onlyOpened(Slot.NO, 2)
                .onlyOpened(Slot.YES, 1)
                .picture();
    }

    private SwingPicture ofASchool() {
        return went(Slot.YES, Slot.YES, 70)
                .went(Slot.YES, Slot.DEPENDS, 30)
                .went(Slot.DEPENDS, Slot.NO, 25)
                .went(Slot.DEPENDS, Slot.DEPENDS, 40)
                .went(Slot.NO, Slot.NO, 60)
                .went(Slot.NO, Slot.YES, 1)
                .onlyOpened(Slot.NO, 9)
                .picture();
    }

    private static Document render(String view, Object picture, Language language) {
        Wiring wiring = new Wiring();
        wiring.get(Address.class).speak(language, false);
        Map<String, Object> beans = new HashMap<>();
        beans.put("picture", picture);
        beans.put("id", "pic");
        beans.put("text", wiring.get(Text.class));
        beans.put("links", wiring.get(Links.class));
        beans.put("pictureWords", wiring.get(PictureWords.class));
        return parsed(Fragment.render("/WEB-INF/includes/picture-" + view + ".xhtml", beans));
    }

    private static Document parsed(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new IllegalStateException(html, e);
        }
    }

    private static int count(Document document, String element) {
        return document.getElementsByTagName(element).getLength();
    }

    private static String words(Document document) {
        return document.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
    }

    private static String classes(Document document, String element) {
        StringBuilder classes = new StringBuilder();
        NodeList all = document.getElementsByTagName(element);
        for (int i = 0; i < all.getLength(); i++) {
            classes.append(all.item(i).getAttributes().getNamedItem("class")).append('\n');
        }
        return classes.toString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachPersonIsAMarkAndEachShownWayALine(Language language) {
        SwingPicture picture = ofAClass();
        Document drawn = render("swing", picture, language);

        assertThat(picture.isOfMarks()).isTrue();
        assertThat(count(drawn, "use")).isEqualTo(2 * 25);
        assertThat(picture.getWays())
                .hasSize(picture.swing().stayed() + picture.swing().moved());
        assertThat(classes(drawn, "path").lines().filter(c -> c.contains("path s-")))
                .hasSize(picture.getWays().size());
        assertThat(count(drawn, "title")).isEqualTo(1);
        assertThat(count(drawn, "desc")).isEqualTo(1);
        assertThat(count(drawn, "details")).isEqualTo(1);
        assertThat(count(drawn, "table")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void onPhonesTheAnswersStandBelowEachOtherWithTheSamePeopleAndWays(Language language) {
        SwingPicture picture = ofAClass();
        Document drawn = render("swing-stack", picture, language);

        assertThat(classes(drawn, "span").lines().filter(c -> c.equals("class=\"mk\"")))
                .hasSize(2 * 25 + picture.swing().answers().size());
        assertThat(picture.getColumns().stream()
                        .flatMap(c -> c.answer() == null ? Stream.empty() : picture.leadingTo(c).stream()))
                .containsExactlyInAnyOrderElementsOf(picture.swing().flows());
        assertThat(count(drawn, "dd")).isEqualTo(2 * picture.getColumns().size());
        assertThat(words(drawn)).doesNotContain("1 went from");
    }

    @Test
    void onPhonesASchoolIsBarsOfWhichTheLongestIsWhole() {
        SwingPicture picture = ofASchool();
        Document drawn = render("swing-stack", picture, Language.EN);

        assertThat(picture.isStackOfMarks()).isFalse();
        assertThat(count(drawn, "rect")).isEqualTo(picture.getBars().size());
        assertThat(picture.getColumns().stream()
                        .mapToDouble(c -> picture.share(Math.max(c.before(), c.after())))
                        .max())
                .hasValue(100);
    }

    @Test
    void theMarksStayWithinThePictureAndTheirColumns() {
        SwingPicture picture = ofAClass();
        double half = 400.0 / picture.getColumns().size();

        assertThat(picture.getMarks()).allSatisfy(mark -> {
            double middle = mark.x() + picture.getMarkSize() / 2;
            assertThat(picture.getColumns())
                    .filteredOn(c -> c.stance().equals(mark.stance()))
                    .singleElement()
                    .satisfies(c -> assertThat(Math.abs(c.middle() - middle)).isLessThan(half));
        });
    }

    @Test
    void aSchoolIsDrawnAsBandsWithOneMarkAtEachEnd() {
        SwingPicture picture = ofASchool();
        Document drawn = render("swing", picture, Language.EN);

        assertThat(picture.isOfMarks()).isFalse();
        assertThat(picture.getWays()).hasSize(picture.swing().flows().size()).hasSizeGreaterThan(2);
        assertThat(count(drawn, "use")).isEqualTo(picture.getBars().size());
        assertThat(words(drawn)).contains("Bands are as wide");
    }

    @Test
    void whatIsNotShownIsNowhereInThePicture() {
        SwingPicture picture = ofAClass();
        String words = words(render("swing", picture, Language.EN));

        assertThat(words)
                .contains("22 people voted both times; at least", "are merged")
                .doesNotContain("1 went from");
        assertThat(words).contains("Only in the opening ballot: 3.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void beforeTwelvePairsThePictureSaysWhyThereIsNone(Language language) {
        SwingPicture picture =
                went(Slot.YES, Slot.YES, 5).went(Slot.NO, Slot.NO, 4).picture();
        Document drawn = render("swing", picture, language);

        assertThat(count(drawn, "path")).isZero();
        assertThat(count(drawn, "details")).isZero();
        assertThat(count(drawn, "table")).isEqualTo(1);
        assertThat(words(drawn)).contains(Text.in(language, "picture.swing.few.title"));
    }

    @Test
    void aWithheldOpeningIsNowhereInThePicture() {
        SwingPicture picture =
                went(Slot.YES, Slot.YES, 18).went(Slot.YES, Slot.NO, 2).picture();
        String words = words(render("swing", picture, Language.EN));

        assertThat(words)
                .contains("No way can be drawn", "The answers of the opening ballot are not told")
                .doesNotContain("20 – ", "Yes 20");
    }

    @Test
    void answersOnPaperHaveTheirOwnColumns() {
        assertThat(words(render("swing", ofAClass(), Language.EN))).contains("Opening, on paper");
    }

    @Test
    void answersOnPaperAreToldApartBesideThePicture() {
        assertThat(words(render("swing", ofAClass(), Language.EN))).contains("Counted apart, on paper: opening ballot");
    }

    private static List<PublishedComment> comments(int number) {
        List<PublishedComment> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Slot position = i % 4 == 3 ? null : THREE.get(i % 4);
            Slug answers = i > 2 ? new Slug("c" + (i - 3 + i % 2)) : null;
            Set<Slug> cites = i % 2 == 0 ? Set.of(new Slug("hrw-8")) : Set.of();
            Instant at = BELL.plus(Duration.ofMinutes(i * 40L / number));
            all.add(new PublishedComment(new Slug("c" + i), "Person " + i % 7, at, position, answers, cites));
        }
        return all;
    }

    private static List<String> people(int number) {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add("Person " + i);
        }
        return people;
    }

    private static TimePicture over(int comments) {
        return new TimePicture(new Participation(people(9), comments(comments), ZoneOffset.UTC), LABELS);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachCommentIsAMarkAtItsTime(Language language) {
        Document drawn = render("time", over(31), language);

        assertThat(count(drawn, "use")).isEqualTo(31);
        assertThat(count(drawn, "i")).isEqualTo(3 * 9);
        assertThat(count(drawn, "details")).isEqualTo(1);
    }

    @Test
    void highStacksBecomeNumbersThatMakeTheSameSum() {
        TimePicture picture = over(400);

        assertThat(picture.getMarks().stream()
                        .mapToInt(TimePicture.Mark::number)
                        .sum())
                .isEqualTo(400);
        assertThat(picture.getHeight()).isLessThan(100);
        assertThat(count(render("time", picture, Language.EN), "use"))
                .isEqualTo(picture.getMarks().size());
    }

    @Test
    void withoutACommentThereIsNoAxis() {
        Document drawn = render("time", over(0), Language.EN);

        assertThat(count(drawn, "svg")).isZero();
        assertThat(words(drawn)).contains("No comment is published yet");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoAnsweredWhomIsALineAndARow(Language language) {
        ReplyNetwork network = new ReplyNetwork(people(9), comments(31));
        Document drawn = render("network", new NetworkPicture(network), language);

        assertThat(count(drawn, "path")).isEqualTo(network.lines().size()).isPositive();
        assertThat(count(drawn, "tr")).isEqualTo(1 + network.lines().size());
        assertThat(words(drawn)).contains("Person 7, Person 8");
    }

    @Test
    void aCrowdHasTheTableAlone() {
        List<PublishedComment> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(new PublishedComment(
                    new Slug("c" + i), "Person " + i, BELL, null, i == 0 ? null : new Slug("c" + (i - 1)), Set.of()));
        }
        Document drawn = render("network", new NetworkPicture(new ReplyNetwork(people(60), all)), Language.EN);

        assertThat(count(drawn, "svg")).isZero();
        assertThat(count(drawn, "tr")).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void passagesStandByUseAndTheUnusedAreNamed(Language language) {
        List<CitablePassage> passages = List.of(
                new CitablePassage(new Slug("vov-3"), "VOV", 3, new Bilingual("A gist.", "Tóm ý."), null),
                new CitablePassage(new Slug("hrw-8"), "HRW", 8, new Bilingual("A gist.", "Tóm ý."), Slot.NO));
        PassagesPicture picture = new PassagesPicture(new PassageUse(passages, comments(9)), LABELS);
        Document drawn = render("passages", picture, language);

        assertThat(count(drawn, "circle")).isEqualTo(5);
        assertThat(count(drawn, "tr")).isEqualTo(3);
        assertThat(words(drawn)).contains("HRW", "VOV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swing", "time", "network", "passages"})
    void whatTheEarIsToldIsThere(String view) {
        Object picture =
                switch (view) {
                    case "swing" -> ofAClass();
                    case "time" -> over(31);
                    case "network" -> new NetworkPicture(new ReplyNetwork(people(9), comments(31)));
                    default -> new PassagesPicture(new PassageUse(List.of(), List.of()), LABELS);
                };
        Document drawn = render(view, picture, Language.EN);
        NodeList pictures = drawn.getElementsByTagName("svg");
        for (int i = 0; i < pictures.getLength(); i++) {
            org.w3c.dom.Element svg = (org.w3c.dom.Element) pictures.item(i);
            boolean named = svg.getAttribute("aria-labelledby").equals("pic-name pic-desc");
            assertThat(named || svg.getAttribute("aria-hidden").equals("true")).isTrue();
        }
        assertThat(words(drawn)).doesNotContain("{", "null");
    }
}
