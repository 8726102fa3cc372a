package contested.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import contested.access.Actor;
import contested.access.SiteRole;
import contested.outcome.Answer;
import contested.outcome.FiguresService;
import contested.outcome.Flow;
import contested.outcome.Participation;
import contested.outcome.Swing;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import contested.workshop.BallotRound;
import contested.workshop.Phase;
import contested.workshop.PlayedWorkshop;
import contested.workshop.SampleWorkshop;
import contested.workshop.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What facilitators take along says what the pages say, names whom they may name, and holds nobody's ballot. */
class RecordsServiceTest {

    private static final String PHONES = SampleWorkshop.PHONES.value();

    @TempDir
    Path folder;

    private SampleWorkshop sample;

    private PlayedWorkshop played() {
        sample = new SampleWorkshop(Engine.H2, folder, Template.CLASS_50);
        return new PlayedWorkshop(sample);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    // ---- Figures, reckoned from the files alone

    @Test
    void participationReckonedFromTheArchiveIsThatOfThePages() {
        PlayedWorkshop played = played();
        Map<String, String> files = archive(true);
        List<Map<String, String>> comments = rows(files, "comments").stream()
                .filter(r ->
                        r.get("state").equals("published") && r.get("question").equals(PHONES))
                .toList();
        List<Map<String, String>> people = rows(files, "people").stream()
                .filter(r ->
                        r.get("role").equals("participant") && r.get("standing").equals("in"))
                .toList();
        Map<String, Long> cited = rows(files, "citations").stream()
                .collect(Collectors.groupingBy(r -> r.get("comment"), Collectors.counting()));

        Participation shown = sample.run(
                        FiguresService.class, s -> s.talk(sample.facilitator, played.slug, SampleWorkshop.PHONES))
                .participation();

        assertThat(comments).hasSize(shown.comments()).hasSizeGreaterThan(2);
        assertThat(comments.stream().filter(r -> !r.get("answers").isEmpty()).count())
                .isEqualTo(shown.replies())
                .isPositive();
        assertThat(comments.stream()
                        .mapToLong(r -> cited.getOrDefault(r.get("comment"), 0L))
                        .sum())
                .isEqualTo(shown.citations())
                .isPositive();
        assertThat(people).hasSize(shown.people()).hasSize(PlayedWorkshop.VOTERS);
        assertThat(comments.stream().map(r -> r.get("group")).distinct())
                .as("in the plenary and in both groups")
                .hasSize(3);
        for (Participation.Person person : shown.byPerson()) {
            String number = people.stream()
                    .filter(r -> r.get("pseudonym").equals(person.name()))
                    .findFirst()
                    .orElseThrow()
                    .get("person");
            List<Map<String, String>> theirs = comments.stream()
                    .filter(r -> r.get("person").equals(number))
                    .toList();
            assertThat(theirs).as(number).hasSize(person.comments());
            assertThat(theirs.stream().filter(r -> !r.get("answers").isEmpty())).hasSize(person.replies());
            Map<String, String> line = rows(files, "participation").stream()
                    .filter(r -> r.get("person").equals(number))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.get("comments")).isEqualTo(String.valueOf(theirs.size()));
            assertThat(line.get("silent")).isEqualTo(String.valueOf(theirs.isEmpty()));
            assertThat(line.get("first_written_at"))
                    .isEqualTo(theirs.stream()
                            .map(r -> r.get("written_at"))
                            .sorted()
                            .findFirst()
                            .orElse(""));
        }
        assertThat(rows(files, "discussion").get(0))
                .containsEntry("writers", String.valueOf(shown.writers()))
                .containsEntry("comments", String.valueOf(shown.comments()));
    }

    @Test
    void whatGroupsSaidIsInItWithTheirNumberAndAnExerciseTakesNoPosition() {
        PlayedWorkshop played = played();
        for (Phase phase : List.of(Phase.SYNTHESIS, Phase.CLOSED)) {
            sample.enter(phase);
            Map<String, String> files = archive(false);

            assertThat(comment(files, played.first)).containsEntry("group", "").containsEntry("argued", "");
            assertThat(comment(files, played.inGroup))
                    .containsEntry("group", "1")
                    .containsEntry("stance", "takes")
                    .containsEntry("position", "depends")
                    .containsEntry("argued", "");
            assertThat(comment(files, played.exercise))
                    .containsEntry("group", "2")
                    .containsEntry("stance", "exercise")
                    .containsEntry("position", "");
            assertThat(comment(files, played.exercise).get("argued")).isIn("yes", "depends", "no");
            assertThat(rows(files, "citations").stream().map(r -> r.get("comment")))
                    .contains(played.inGroup.value(), played.exercise.value());
            assertThat(rows(files, "comments").stream().map(r -> r.get("written_at")))
                    .isSorted();
            JsonNode last =
                    json(files).at("/comments/" + (rows(files, "comments").size() - 1));
            assertThat(last.get("comment").asText()).isEqualTo(played.exercise.value());
            assertThat(last.get("group").asInt()).isEqualTo(2);
            assertThat(last.get("position").isNull()).isTrue();
            assertThat(last.get("argued").asText())
                    .isEqualTo(comment(files, played.exercise).get("argued"));
        }
    }

    private static Map<String, String> comment(Map<String, String> files, Slug slug) {
        return rows(files, "comments").stream()
                .filter(r -> r.get("comment").equals(slug.value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSwingReckonedFromTheArchiveIsThatOfThePages() {
        PlayedWorkshop played = played();
        Map<String, String> files = archive(false);
        Map<String, Integer> opening = counts(files, r -> r.get("round").equals("opening"));
        Map<String, Integer> closing = counts(files, r -> r.get("round").equals("closing"));
        Map<String, Integer> flows = new TreeMap<>();
        rows(files, "flows")
                .forEach(r -> flows.put(r.get("opening") + ">" + r.get("closing"), Integer.valueOf(r.get("people"))));
        int stayed = sum(flows, way -> way.split(">")[0].equals(way.split(">")[1]));
        int moved = sum(flows, way -> !way.split(">")[0].equals(way.split(">")[1]));

        Swing shown =
                sample.run(FiguresService.class, s -> s.swing(sample.facilitator, played.slug, SampleWorkshop.PHONES));

        Map<String, String> totals = rows(files, "ballots").get(0);
        int cast = sum(opening, answer -> true);
        int pairs = cast - Integer.parseInt(totals.get("only_opening"));
        // As the fourteen voted, whatever the code says of it.
        assertThat(opening).containsEntry("yes", 9).containsEntry("no", 4);
        assertThat(closing).containsEntry("yes", 5).containsEntry("no", 7).containsEntry("unsure", 1);
        assertThat(flows).containsEntry("yes>no", 4);
        assertThat(Map.of("yes>yes", 5, "yes>no", 4, "no>no", 3)).containsAllEntriesOf(flows);
        // And as the page shows it.
        assertThat(pairs).isEqualTo(12).isEqualTo(shown.pairs());
        assertThat(stayed).isEqualTo(shown.stayed());
        assertThat(moved).isEqualTo(shown.moved());
        assertThat(pairs - stayed - moved).isEqualTo(shown.merged());
        assertThat(cast).isEqualTo(shown.total(BallotRound.OPENING));
        assertThat(sum(closing, answer -> true)).isEqualTo(shown.total(BallotRound.CLOSING));
        for (Flow flow : shown.flows()) {
            assertThat(flows).containsEntry(key(flow.from()) + ">" + key(flow.to()), flow.people());
        }
        shown.counts(BallotRound.CLOSING)
                .forEach(count -> assertThat(closing).containsEntry(key(count.answer()), count.people()));
    }

    private static int sum(Map<String, Integer> of, Predicate<String> which) {
        return of.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Integer> counts(Map<String, String> files, Predicate<Map<String, String>> which) {
        Map<String, Integer> all = new TreeMap<>();
        rows(files, "answers").stream()
                .filter(which)
                .forEach(r -> all.put(r.get("answer"), Integer.valueOf(r.get("people"))));
        return all;
    }

    private static String key(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    // ---- What is not in it

    @Test
    void beforeNobodyVotesAnyMoreNothingOfABallotIsInIt() {
        sample = new SampleWorkshop(Engine.H2, folder, Template.CLASS_50);
        Actor voter = sample.joined("Linh");
        sample.enter(Phase.OPENING_BALLOT);
        sample.vote(voter, BallotRound.OPENING, null, 3);
        for (Phase phase : List.of(Phase.DISCUSS, Phase.CLOSING_BALLOT)) {
            sample.enter(phase);

            assertThat(archive(true).keySet())
                    .contains("comments.csv", "people.csv")
                    .doesNotContain(
                            "ballots.csv", "answers.csv", "flows.csv", "movers.csv", "outcome.csv", "objections.csv");
            assertThat(json(archive(true)).fieldNames())
                    .toIterable()
                    .doesNotContain("ballots", "answers", "flows", "movers", "outcome");
        }
        sample.enter(Phase.SYNTHESIS);
        assertThat(archive(false).keySet()).contains("ballots.csv", "outcome.csv");
        sample.enter(Phase.DISCUSS);
        assertThat(archive(false).keySet()).doesNotContain("ballots.csv");
    }

    @Test
    void noFileTellsWhichBallotsBelongTogether() {
        played();
        List<String> pairs = sample.database.inTransaction(() -> sample.database
                .entityManager()
                .createQuery("select distinct b.pair from Ballot b", String.class)
                .getResultList());

        assertThat(pairs).hasSize(PlayedWorkshop.VOTERS);
        archive(true).forEach((name, file) -> assertThat(file).as(name).doesNotContain(pairs));
    }

    @Test
    void namesStandInOneFileAndOnlyWhereTheyAreAskedFor() {
        played();

        archive(false)
                .forEach((name, file) ->
                        assertThat(file).as(name).doesNotContain("Pupil ", "Thu Hà", "An " + PlayedWorkshop.MARK));
        archive(true).forEach((name, file) -> {
            if (name.equals("people.csv") || name.equals("archive.json")) {
                assertThat(file).contains("Pupil 1 ", "An " + PlayedWorkshop.MARK);
            } else {
                assertThat(file).as(name).doesNotContain("Pupil ", "An " + PlayedWorkshop.MARK);
            }
        });
    }

    @Test
    void numbersStayWhenPeopleComeAndGo() {
        PlayedWorkshop played = played();
        List<String> before = rows(archive(false), "comments").stream()
                .map(r -> r.get("person"))
                .toList();
        sample.joined("Somebody late");
        long gone = sample.memberId(played.people.get(7));
        played.act(contested.workshop.JoinService.class, s -> s.remove(sample.facilitator, played.slug, gone));

        assertThat(rows(archive(false), "comments").stream().map(r -> r.get("person")))
                .containsExactlyElementsOf(before);
    }

    @Test
    void whatWasTakenOutOfSightLeavesItsPlaceAlone() {
        PlayedWorkshop played = played();
        List<Map<String, String>> comments = rows(archive(true), "comments");

        for (String gone : List.of(played.hidden.value(), played.withdrawn.value())) {
            assertThat(comments.stream()
                            .filter(r -> r.get("comment").equals(gone))
                            .findFirst())
                    .as(gone)
                    .hasValueSatisfying(row -> {
                        assertThat(row.get("state")).isIn("hidden", "withdrawn");
                        assertThat(row.get("text")).isEmpty();
                        assertThat(row.get("person")).isEmpty();
                    });
        }
        assertThat(comments.stream().filter(r -> r.get("state").equals("published")))
                .allSatisfy(row -> assertThat(row.get("text")).contains(PlayedWorkshop.MARK));
        // Nor do words that passed about comments, or to a participant.
        assertThat(archive(true).values())
                .noneMatch(file -> file.contains("It is " + PlayedWorkshop.MARK))
                .noneMatch(file -> file.contains("But it is " + PlayedWorkshop.MARK))
                .noneMatch(file -> file.contains("You were " + PlayedWorkshop.MARK));
    }

    @Test
    void aPolicyWorkshopNamesNobodyAndHidesWhoWrote() {
        sample = new SampleWorkshop(Engine.H2, folder, Template.POLICY_90);
        Actor writer = sample.joined("Linh");
        sample.enter(Phase.DISCUSS);
        sample.post(writer, "What somebody says here, for a test.");
        sample.database.doInTransaction(() -> sample.database
                .entityManager()
                .createQuery("update Comment c set c.state = 'PUBLISHED', c.placed = true, c.publishedNumber = 1")
                .executeUpdate());

        assertThatThrownBy(() -> archive(true)).isInstanceOf(NotFoundException.class);
        for (boolean names : List.of(true, false)) {
            assertThatThrownBy(() -> participation(names)).isInstanceOf(NotFoundException.class);
        }
        Map<String, String> files = archive(false);
        assertThat(files.keySet()).doesNotContain("people.csv", "participation.csv");
        assertThat(rows(files, "comments"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("person")).isEmpty())
                .satisfies(row -> assertThat(row.get("text")).isNotEmpty());
        files.forEach((name, file) -> assertThat(file).as(name).doesNotContain("Linh", "Thu Hà"));
    }

    @Test
    void onlyWhoeverLeadsTheWorkshopTakesAnythingAlong() {
        PlayedWorkshop played = played();
        Actor outside = sample.member("Minh", SiteRole.MEMBER, SiteRole.ADMINISTRATOR, SiteRole.MODERATOR);

        for (Actor other : List.of(outside, played.people.get(0), Actor.VISITOR)) {
            assertThatThrownBy(() -> sample.run(RecordsService.class, s -> s.archive(other, played.slug, false)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> sample.run(RecordsService.class, s -> s.participation(other, played.slug, false)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    // ---- How it is written

    @Test
    void noCellIsAFormulaAndJsonHasTheTextAsItWasTyped() {
        PlayedWorkshop played = played();
        Map<String, String> files = archive(true);

        assertThat(rows(files, "comments").stream()
                        .filter(r -> r.get("comment").equals(played.first.value()))
                        .findFirst()
                        .orElseThrow()
                        .get("text"))
                .startsWith("'=What is said");
        assertThat(json(files).at("/comments/0/text").asText()).startsWith("=What is said");
        files.forEach((name, file) -> {
            if (name.endsWith(".csv")) {
                rows(files, name.replace(".csv", ""))
                        .forEach(row ->
                                assertThat(row.values()).as(name).allMatch(cell -> !cell.matches("(?s)[=+@-].*")));
            }
        });
    }

    @Test
    void theReadmeExplainsEachFileAndColumnInBothLanguages() {
        PlayedWorkshop played = played();
        Archive archive = sample.run(RecordsService.class, s -> s.archive(sample.facilitator, played.slug, true));

        for (Language language : Language.values()) {
            String readme = Archive.readme(language);
            for (ArchiveTable table : archive.tables()) {
                int from = readme.indexOf("\n\n" + table.name() + "  ");
                assertThat(from).as(table.name() + " in " + language).isPositive();
                int until = Math.max(readme.indexOf("\n\n", from + 2), 0);
                assertThat(until == 0 ? readme.substring(from) : readme.substring(from, until))
                        .contains(table.columns());
            }
        }
    }

    @Test
    void participationHasOneLineForEachWhoTakesPart() {
        PlayedWorkshop played = played();

        List<Map<String, String>> named = parsed(participation(true).csv());
        List<Map<String, String>> unnamed = parsed(participation(false).csv());

        assertThat(named).hasSize(PlayedWorkshop.VOTERS);
        assertThat(named.get(0))
                .containsEntry("pseudonym", "Pupil 1 " + PlayedWorkshop.MARK)
                .containsEntry("real_name", "An " + PlayedWorkshop.MARK)
                .containsEntry("comments", "1")
                .containsEntry("replies", "0")
                .containsEntry("citations", "1")
                .containsEntry("silent", "false");
        assertThat(named.get(1)).containsEntry("comments", "2").containsEntry("replies", "2");
        assertThat(named.get(9)).containsEntry("silent", "true").containsEntry("first_written_at", "");
        assertThat(unnamed.get(0).keySet()).doesNotContain("pseudonym", "real_name");
        assertThat(unnamed.get(0).get("person")).isEqualTo(named.get(0).get("person"));
        assertThat(played.people).hasSize(PlayedWorkshop.VOTERS);
    }

    @Test
    void aRealNameThatHasHadItsTimeIsInNoFile() {
        played();
        sample.enter(Phase.CLOSED);
        assertThat(participation(true).csv()).contains("An " + PlayedWorkshop.MARK);

        sample.pass(java.time.Duration.ofDays(30));

        assertThat(participation(true).csv()).doesNotContain("An " + PlayedWorkshop.MARK);
        archive(true).values().forEach(file -> assertThat(file).doesNotContain("An " + PlayedWorkshop.MARK));
    }

    // ---- Reading it

    private ArchiveTable participation(boolean names) {
        return sample.run(RecordsService.class, s -> s.participation(sample.facilitator, sample.slug, names));
    }

    private Map<String, String> archive(boolean names) {
        Archive archive = sample.run(RecordsService.class, s -> s.archive(sample.facilitator, sample.slug, names));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            archive.writeTo(out);
            return unzipped(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.keySet()).contains("README.en.txt", "README.vi.txt", "archive.json");
        return files;
    }

    private static JsonNode json(Map<String, String> files) {
        try {
            return new ObjectMapper().readTree(files.get("archive.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(Map<String, String> files, String table) {
        return parsed(files.get(table + ".csv"));
    }

    private static List<Map<String, String>> parsed(String csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
            return parser.stream()
                    .map(record -> (Map<String, String>) new HashMap<>(record.toMap()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
