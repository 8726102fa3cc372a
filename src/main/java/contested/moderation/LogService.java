package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.WorkshopPermission;
import contested.account.Account;
import contested.account.AccountRepository;
import contested.account.SanctionRepository;
import contested.discussion.Comment;
import contested.shared.Slug;
import contested.shared.SpreadsheetCell;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The log of decisions for those who may read it, and what it says about fairness and about a member. */
@ApplicationScoped
@Transactional
public class LogService {

    public static final int PAGE = 50;

    /** So many lines a spreadsheet opens; a longer log is exported by period. */
    static final int MAX_EXPORTED = 100_000;

    @Inject
    private LogRepository log;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SanctionRepository sanctions;

    @Inject
    private SeatService seats;

    /** The newest first; {@code before} is the last id of the page before, or {@link Long#MAX_VALUE}. */
    public List<Decision> read(Actor actor, LogFilter filter, long before) {
        Permission.READ_LOG.require(actor);
        return log.read(filter, before, PAGE);
    }

    /** As CSV by RFC 4180, with a head; the newest first. No cell begins with what a spreadsheet takes for a formula. */
    public String export(Actor actor, LogFilter filter) {
        Permission.READ_LOG.require(actor);
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "decision",
                    "at",
                    "kind",
                    "question",
                    "comment",
                    "revision",
                    "rule",
                    "rules_version",
                    "moderator",
                    "automatic",
                    "undoes");
            Map<Long, String> questions = log.questionsByThread();
            for (Decision decision : log.read(filter, Long.MAX_VALUE, MAX_EXPORTED)) {
                String question = questions.getOrDefault(decision.thread().id(), "");
                printer.printRecord(cells(decision, question).stream()
                        .map(SpreadsheetCell::harmless)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static List<String> cells(Decision decision, String question) {
        return List.of(
                decision.id().toString(),
                decision.decidedAt().toString(),
                decision.kind().name(),
                question,
                decision.comment().map(Comment::slug).map(Slug::value).orElse(""),
                decision.revisionNumber().map(String::valueOf).orElse(""),
                decision.rule().orElse(""),
                decision.rulesVersion().map(String::valueOf).orElse(""),
                decision.moderator().flatMap(Account::pseudonym).orElse(""),
                String.valueOf(decision.isAutomatic()),
                decision.undoes().map(d -> d.id().toString()).orElse(""));
    }

    /**
     * All decisions in one workshop, the oldest first, for those who lead it.
     *
     * @throws contested.shared.NotFoundException When the actor does not.
     */
    public List<Decision> inWorkshop(Actor actor, Slug workshop) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.RUN);
        return log.read(seat.workshop());
    }

    /** What moderators know of a member. */
    public MemberHistory member(Actor actor, long member) {
        Permission.MODERATE.require(actor);
        Account account = accounts.get(member);
        return new MemberHistory(
                account,
                log.commentsOf(account),
                log.decisionsOnCommentsOf(account),
                log.counts(account),
                sanctions.notesOn(account),
                sanctions.of(account));
    }

    /** How even-handed moderation was from one instant up to another. */
    public EvenHandedness evenHandedness(Actor actor, Instant from, Instant until) {
        Permission.READ_LOG.require(actor);
        List<LogRepository.Row> rows = log.rows(from, until);
        List<EvenHandedness.ByPosition> positions = new ArrayList<>();
        by(rows, row -> List.of(row.question(), Objects.requireNonNullElse(row.position(), 0L)))
                .forEach((first, figures) -> positions.add(new EvenHandedness.ByPosition(
                        new Slug(first.question()), first.title(), first.label(), figures)));
        List<EvenHandedness.ByQuestion> questions = new ArrayList<>();
        by(rows, LogRepository.Row::question)
                .forEach((first, figures) -> questions.add(
                        new EvenHandedness.ByQuestion(new Slug(first.question()), first.title(), figures)));
        List<EvenHandedness.ByModerator> moderators = new ArrayList<>();
        by(rows, row -> Objects.requireNonNullElse(row.moderator(), 0L))
                .forEach((first, figures) -> moderators.add(new EvenHandedness.ByModerator(
                        first.moderator(), Objects.requireNonNullElse(first.pseudonym(), ""), figures)));
        return new EvenHandedness(List.copyOf(positions), List.copyOf(questions), List.copyOf(moderators));
    }

    /** Each group's figures under its first row. */
    private static Map<LogRepository.Row, EvenHandedness.Figures> by(
            List<LogRepository.Row> rows, Function<LogRepository.Row, Object> key) {
        Map<Object, List<LogRepository.Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
        Map<LogRepository.Row, EvenHandedness.Figures> all = new LinkedHashMap<>();
        Map<Object, EvenHandedness.Figures> figures = new HashMap<>();
        groups.forEach((group, members) -> {
            figures.put(group, figures(members));
            all.put(members.get(0), figures.get(group));
        });
        return all;
    }

    private static EvenHandedness.Figures figures(List<LogRepository.Row> rows) {
        return new EvenHandedness.Figures(
                count(rows, DecisionKind.PUBLISH),
                count(rows, DecisionKind.DECLINE),
                count(rows, DecisionKind.HIDE),
                medianWait(rows));
    }

    private static int count(List<LogRepository.Row> rows, DecisionKind kind) {
        return (int) rows.stream().filter(r -> r.kind() == kind).count();
    }

    /** Of the first decision on each revision; hiding comes later and ends no waiting. */
    private static Optional<Duration> medianWait(List<LogRepository.Row> rows) {
        Set<Long> seen = new HashSet<>();
        List<Duration> waits = rows.stream()
                .filter(r -> r.kind() != DecisionKind.HIDE && seen.add(r.revision()))
                .map(r -> Duration.between(r.writtenAt(), r.decidedAt()))
                .sorted()
                .toList();
        if (waits.isEmpty()) {
            return Optional.empty();
        }
        int middle = waits.size() / 2;
        return Optional.of(
                waits.size() % 2 == 1
                        ? waits.get(middle)
                        : waits.get(middle - 1).plus(waits.get(middle)).dividedBy(2));
    }
}
