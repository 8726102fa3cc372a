package contested.outcome;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.discussion.ReadComment;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadService;
import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.question.Position;
import contested.question.Question;
import contested.question.Slot;
import contested.shared.Slug;
import contested.workshop.AgendaItem;
import contested.workshop.BallotRound;
import contested.workshop.BallotService;
import contested.workshop.JoinService;
import contested.workshop.PaperCount;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.Workshop;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings together what the figures of a workshop are reckoned from, for those who may see them at that moment. */
@ApplicationScoped
@Transactional
public class FiguresService {

    @Inject
    private SeatService seats;

    @Inject
    private WorkshopService workshops;

    @Inject
    private JoinService people;

    @Inject
    private BallotService ballots;

    @Inject
    private ThreadService threads;

    @Inject
    private EvidenceService evidence;

    /**
     * How answers to a question shifted.
     *
     * @throws contested.shared.UserFacingException When the closing ballot is not over.
     */
    public Swing swing(Actor actor, Slug workshop, Slug question) {
        AgendaItem item = workshops.item(actor, workshop, question);
        return new Swing(
                item.question().positions().stream().map(Position::slot).toList(),
                ballots.cast(actor, workshop, question),
                paper(ballots.paper(actor, workshop, question)));
    }

    private static Map<BallotRound, Map<Answer, Integer>> paper(List<PaperCount> counts) {
        Map<BallotRound, Map<Answer, Integer>> all = new EnumMap<>(BallotRound.class);
        for (PaperCount count : counts) {
            all.computeIfAbsent(count.round(), round -> new EnumMap<>(Answer.class))
                    .merge(Answer.of(count.position().map(Position::slot).orElse(null)), count.people(), Integer::sum);
        }
        return all;
    }

    /**
     * What was said on a question, in figures.
     *
     * @param network null where the workshop shows no figures on anybody, or comments without author
     */
    public record Talk(
            Participation participation, PassageUse passages, List<Position> unheard, @Nullable ReplyNetwork network) {}

    /** For those who lead or moderate the workshop, from the discussion on. Named only where the workshop names people. */
    public Talk talk(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.RUN);
        Question asked = workshops.item(actor, workshop, question).question();
        Map<Long, String> names = names(people.members(actor, workshop));
        List<PublishedComment> comments = threads.published(actor, ThreadKey.in(workshop, question)).stream()
                .map(c -> reckoned(c, names))
                .toList();
        Participation participation =
                new Participation(names.values(), comments, seat.workshop().zone());
        return new Talk(
                participation,
                new PassageUse(citable(question), comments),
                asked.positions().stream()
                        .filter(p -> comments.stream().noneMatch(c -> c.position() == p.slot()))
                        .toList(),
                isNetworked(seat.workshop()) ? new ReplyNetwork(names.values(), comments) : null);
    }

    /** Who answered whom tells whose comments are whose: nothing of it where comments show no author. */
    private static boolean isNetworked(Workshop workshop) {
        return workshop.arePersonsShown() && workshop.areAuthorsShown();
    }

    /**
     * Those who take part, by account, in the order in which they came. Nothing keeps somebody with an account of their
     * own from being called like a guest: of two called alike the second has a number, so that none has the other's
     * comments.
     */
    private static Map<Long, String> names(List<WorkshopMember> members) {
        Map<Long, String> names = new LinkedHashMap<>();
        members.stream()
                .filter(m -> m.isIn() && m.role() == WorkshopRole.PARTICIPANT)
                .forEach(m -> m.pseudonym().ifPresent(name -> names.put(m.accountId(), unlike(name, names.values()))));
        return names;
    }

    private static String unlike(String name, Collection<String> others) {
        String unlike = name;
        for (int i = 2; others.contains(unlike); i++) {
            unlike = name + " (" + i + ")";
        }
        return unlike;
    }

    /**
     * Positions that no published comment takes, for each question of the agenda that has one; for those who lead, while
     * comments are in sight. Three queries a question, of which an agenda has few.
     */
    public Map<Slug, List<Position>> unheard(Actor actor, Slug workshop) {
        seats.get(actor, workshop).require(WorkshopPermission.RUN);
        Map<Slug, List<Position>> unheard = new HashMap<>();
        for (AgendaItem item : workshops.agenda(actor, workshop)) {
            Question question = item.question();
            if (!question.isRetired()) {
                Set<Slot> heard = threads.published(actor, ThreadKey.in(workshop, question.slug())).stream()
                        .map(ReadComment::position)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
                List<Position> others = question.positions().stream()
                        .filter(p -> !heard.contains(p.slot()))
                        .toList();
                if (!others.isEmpty()) {
                    unheard.put(question.slug(), others);
                }
            }
        }
        return unheard;
    }

    /** What people remember of the talk: what they say moved them, and what was asked. For those who lead, once nobody votes. */
    public Echo echo(Actor actor, Slug workshop, Slug question) {
        seats.get(actor, workshop).require(WorkshopPermission.RUN);
        return new Echo(
                ballots.movers(actor, workshop, question),
                citable(question),
                threads.quoted(actor, ThreadKey.in(workshop, question)));
    }

    private List<CitablePassage> citable(Slug question) {
        return evidence.ofQuestion(question).passages().stream()
                .map(FiguresService::citable)
                .toList();
    }

    private static CitablePassage citable(Passage passage) {
        return new CitablePassage(
                passage.slug(),
                passage.sourceCode(),
                passage.paragraph(),
                passage.gist(),
                passage.position().map(Position::slot).orElse(null));
    }

    private static PublishedComment reckoned(ReadComment comment, Map<Long, String> names) {
        return new PublishedComment(
                comment.slug(),
                names.get(comment.author()),
                comment.at(),
                comment.position(),
                comment.answers(),
                comment.cites());
    }
}
