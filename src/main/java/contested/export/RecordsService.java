package contested.export;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.discussion.ArchivedComment;
import contested.discussion.CitedPassage;
import contested.discussion.Comment;
import contested.discussion.ThreadService;
import contested.moderation.Decision;
import contested.moderation.LogService;
import contested.question.Position;
import contested.question.Question;
import contested.question.Slot;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.workshop.AgendaItem;
import contested.workshop.JoinService;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.Workshop;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What facilitators take along of a workshop: the whole of it, or one line for each participant. */
@ApplicationScoped
@Transactional
public class RecordsService {

    @Inject
    private SeatService seats;

    @Inject
    private WorkshopService workshops;

    @Inject
    private JoinService people;

    @Inject
    private ThreadService threads;

    @Inject
    private LogService log;

    @Inject
    private BallotTables ballots;

    @Inject
    private Clock clock;

    /** What was gathered once for all tables. */
    private record Gathered(
            Workshop workshop,
            boolean names,
            List<WorkshopMember> members,
            Numbered numbers,
            Map<AgendaItem, List<ArchivedComment>> comments) {

        /** Null where the workshop shows comments without author. */
        @Nullable
        String author(ArchivedComment comment) {
            return workshop.areAuthorsShown() && comment.isPublished() ? numbers.of(comment.author()) : null;
        }
    }

    /**
     * The whole workshop as its facilitators may read it. Nothing of ballots, and no sheet, before nobody votes any more.
     *
     * @param names whether it says who P1 and the others are
     * @throws NotFoundException When the actor does not lead it, or it never names anybody.
     */
    public Archive archive(Actor actor, Slug slug, boolean names) {
        Seat seat = run(actor, slug);
        Gathered all = gather(actor, seat, names);
        List<ArchiveTable> tables = new ArrayList<>();
        tables.add(workshop(seat, all));
        tables.add(agenda(all));
        tables.add(positions(all));
        if (seat.workshop().arePersonsShown()) {
            tables.add(people(all));
        }
        tables.add(comments(all));
        tables.add(citations(all));
        tables.add(decisions(actor, all));
        tables.add(discussion(all));
        if (seat.workshop().arePersonsShown() && seat.workshop().areAuthorsShown()) {
            tables.add(byQuestion(all));
        }
        if (seat.may(WorkshopPermission.SEE_SHIFT)) {
            tables.addAll(ballots.of(actor, slug, all.comments().keySet()));
        }
        return new Archive(tables);
    }

    /**
     * One line for each participant, over all questions.
     *
     * @throws NotFoundException When the actor does not lead the workshop, or it shows no figures on persons.
     */
    public ArchiveTable participation(Actor actor, Slug slug, boolean names) {
        Seat seat = run(actor, slug);
        if (!seat.workshop().arePersonsShown()) {
            throw new NotFoundException("no figures on persons here");
        }
        Gathered all = gather(actor, seat, names);
        List<String> columns = new ArrayList<>(List.of("person"));
        if (names) {
            columns.addAll(List.of("pseudonym", "real_name"));
        }
        columns.addAll(List.of("comments", "replies", "citations", "first_written_at", "silent"));
        ArchiveTable table = new ArchiveTable("participation", columns.toArray(String[]::new));
        List<ArchivedComment> comments =
                all.comments().values().stream().flatMap(List::stream).toList();
        for (WorkshopMember member : participants(all)) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(all.numbers().of(member.account().id()));
            if (names) {
                cells.add(member.pseudonym().orElse(null));
                cells.add(realName(all, member));
            }
            cells.addAll(figures(all, member, comments));
            table.row(cells.toArray());
        }
        return table;
    }

    private Seat run(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.RUN);
        return seat;
    }

    private Gathered gather(Actor actor, Seat seat, boolean names) {
        Workshop workshop = seat.workshop();
        if (names && !workshop.arePersonsShown()) {
            throw new NotFoundException("nobody is named here");
        }
        List<WorkshopMember> members = people.members(actor, workshop.slug());
        Map<AgendaItem, List<ArchivedComment>> comments = new LinkedHashMap<>();
        workshops
                .agenda(actor, workshop.slug())
                .forEach(item -> comments.put(
                        item,
                        threads.archive(actor, workshop.slug(), item.question().slug())));
        return new Gathered(workshop, names, members, new Numbered(members), comments);
    }

    // ---- The tables

    private ArchiveTable workshop(Seat seat, Gathered all) {
        Workshop workshop = all.workshop();
        return new ArchiveTable(
                        "workshop",
                        "workshop",
                        "title",
                        "kind",
                        "language",
                        "time_zone",
                        "founded_at",
                        "starts_at",
                        "phase",
                        "review_first",
                        "authors_shown",
                        "persons_shown",
                        "participants",
                        "names",
                        "made_at")
                .row(
                        workshop.slug().value(),
                        workshop.title(),
                        key(workshop.template()),
                        workshop.language().map(Language::tag).orElse(null),
                        workshop.zone().getId(),
                        text(workshop.createdAt()),
                        text(workshop.startsAt().orElse(null)),
                        seat.phase().key(),
                        workshop.isReviewFirst(),
                        workshop.areAuthorsShown(),
                        workshop.arePersonsShown(),
                        participants(all).size(),
                        all.names(),
                        text(clock.instant()));
    }

    private static ArchiveTable agenda(Gathered all) {
        ArchiveTable table = new ArchiveTable(
                "agenda",
                "rank",
                "question",
                "title_en",
                "title_vi",
                "own_first",
                "comments_wanted",
                "citations_wanted");
        for (AgendaItem item : all.comments().keySet()) {
            Question question = item.question();
            table.row(
                    item.position(),
                    question.slug().value(),
                    question.title().en(),
                    question.title().vi(),
                    item.isOwnFirst(),
                    item.commentsWanted(),
                    item.citationsWanted());
        }
        return table;
    }

    private static ArchiveTable positions(Gathered all) {
        ArchiveTable table = new ArchiveTable("positions", "question", "position", "label_en", "label_vi");
        for (AgendaItem item : all.comments().keySet()) {
            for (Position position : item.question().positions()) {
                table.row(
                        item.question().slug().value(),
                        key(position.slot()),
                        position.label().en(),
                        position.label().vi());
            }
        }
        return table;
    }

    private ArchiveTable people(Gathered all) {
        ArchiveTable table = all.names()
                ? new ArchiveTable("people", "person", "role", "standing", "pseudonym", "real_name")
                : new ArchiveTable("people", "person", "role", "standing");
        for (WorkshopMember member : all.members()) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(all.numbers().of(member.account().id()));
            cells.add(key(member.role()));
            cells.add(member.hasLeft() ? "left" : member.isRemoved() ? "put-out" : "in");
            if (all.names()) {
                cells.add(member.pseudonym().orElse(null));
                cells.add(realName(all, member));
            }
            table.row(cells.toArray());
        }
        return table;
    }

    private @Nullable String realName(Gathered all, WorkshopMember member) {
        return all.workshop().isKeepingPeopleAt(clock.instant())
                ? member.realName().orElse(null)
                : null;
    }

    private static ArchiveTable comments(Gathered all) {
        ArchiveTable table = new ArchiveTable(
                "comments",
                "question",
                "comment",
                "group",
                "answers",
                "person",
                "state",
                "stance",
                "position",
                "argued",
                "written_at",
                "published_at",
                "edited_at",
                "revision",
                "text");
        all.comments()
                .forEach((item, comments) -> comments.forEach(c -> table.row(
                        item.question().slug().value(),
                        c.slug().value(),
                        c.group() == 0 ? null : c.group(),
                        text(c.answers()),
                        all.author(c),
                        key(c.state()),
                        c.isPublished() ? key(c.stance()) : null,
                        key(c.position()),
                        key(c.argued()),
                        text(c.writtenAt()),
                        text(c.publishedAt()),
                        text(c.editedAt()),
                        c.isPublished() ? c.revision() : null,
                        c.isPublished() ? c.text() : null)));
        return table;
    }

    private static ArchiveTable citations(Gathered all) {
        ArchiveTable table = new ArchiveTable("citations", "comment", "rank", "passage", "source", "paragraph");
        for (List<ArchivedComment> comments : all.comments().values()) {
            for (ArchivedComment comment : comments) {
                int rank = 0;
                for (CitedPassage cited : comment.cites()) {
                    table.row(
                            comment.slug().value(),
                            ++rank,
                            cited.slug().value(),
                            cited.source().value(),
                            cited.paragraph());
                }
            }
        }
        return table;
    }

    private ArchiveTable decisions(Actor actor, Gathered all) {
        ArchiveTable table = new ArchiveTable(
                "decisions",
                "decision",
                "decided_at",
                "kind",
                "question",
                "comment",
                "revision",
                "rule",
                "rules_version",
                "person",
                "automatic",
                "undoes");
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        for (Decision decision : log.inWorkshop(actor, all.workshop().slug())) {
            numbers.put(decision.id(), numbers.size() + 1);
            table.row(
                    numbers.get(decision.id()),
                    text(decision.decidedAt()),
                    key(decision.kind()),
                    decision.thread().question().slug().value(),
                    decision.comment().map(Comment::slug).map(Slug::value).orElse(null),
                    decision.revisionNumber().orElse(null),
                    decision.rule().orElse(null),
                    decision.rulesVersion().orElse(null),
                    all.workshop().arePersonsShown()
                            ? decision.moderator()
                                    .map(Account::id)
                                    .map(all.numbers()::of)
                                    .orElse(null)
                            : null,
                    decision.isAutomatic(),
                    decision.undoes().map(Decision::id).map(numbers::get).orElse(null));
        }
        return table;
    }

    private static ArchiveTable discussion(Gathered all) {
        ArchiveTable table = new ArchiveTable(
                "discussion",
                "question",
                "comments",
                "replies",
                "citations",
                "people",
                "writers",
                "first_at",
                "last_at");
        Set<Long> present =
                participants(all).stream().map(m -> m.account().id()).collect(Collectors.toSet());
        all.comments().forEach((item, every) -> {
            List<ArchivedComment> comments =
                    every.stream().filter(ArchivedComment::isPublished).toList();
            table.row(
                    item.question().slug().value(),
                    comments.size(),
                    comments.stream().filter(c -> c.answers() != null).count(),
                    comments.stream().mapToInt(c -> c.cites().size()).sum(),
                    present.size(),
                    comments.stream()
                            .map(ArchivedComment::author)
                            .filter(present::contains)
                            .distinct()
                            .count(),
                    comments.stream()
                            .map(ArchivedComment::writtenAt)
                            .min(Instant::compareTo)
                            .map(RecordsService::text)
                            .orElse(null),
                    comments.stream()
                            .map(ArchivedComment::writtenAt)
                            .max(Instant::compareTo)
                            .map(RecordsService::text)
                            .orElse(null));
        });
        return table;
    }

    private static ArchiveTable byQuestion(Gathered all) {
        ArchiveTable table = new ArchiveTable(
                "participation",
                "question",
                "person",
                "comments",
                "replies",
                "citations",
                "first_written_at",
                "silent");
        all.comments().forEach((item, comments) -> participants(all).forEach(member -> {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(item.question().slug().value());
            cells.add(all.numbers().of(member.account().id()));
            cells.addAll(figures(all, member, comments));
            table.row(cells.toArray());
        }));
        return table;
    }

    // ---- Figures

    /** Those who are in it and take part; whoever leads or moderates is none. */
    private static List<WorkshopMember> participants(Gathered all) {
        return all.members().stream()
                .filter(m -> m.isIn() && m.role() == WorkshopRole.PARTICIPANT)
                .toList();
    }

    /** Comments, replies, citations, when first, whether silent. Where comments show no author, no time tells whose one is. */
    private static List<@Nullable Object> figures(Gathered all, WorkshopMember member, List<ArchivedComment> comments) {
        List<ArchivedComment> theirs = comments.stream()
                .filter(c -> c.isPublished() && c.author() == member.account().id())
                .toList();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(theirs.size());
        cells.add(theirs.stream().filter(c -> c.answers() != null).count());
        cells.add(theirs.stream().mapToInt(c -> c.cites().size()).sum());
        cells.add(
                all.workshop().areAuthorsShown()
                        ? theirs.stream()
                                .map(ArchivedComment::writtenAt)
                                .min(Instant::compareTo)
                                .map(RecordsService::text)
                                .orElse(null)
                        : null);
        cells.add(theirs.isEmpty());
        return cells;
    }

    private static @Nullable String key(@Nullable Slot slot) {
        return slot == null ? null : key((Enum<?>) slot);
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable String text(@Nullable Slug slug) {
        return slug == null ? null : slug.value();
    }
}
