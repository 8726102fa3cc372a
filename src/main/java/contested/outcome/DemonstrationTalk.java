package contested.outcome;

import contested.access.Actor;
import contested.discussion.CommentService;
import contested.discussion.Draft;
import contested.discussion.ThreadKey;
import contested.moderation.DecisionKind;
import contested.moderation.ModerationService;
import contested.moderation.QueueFilter;
import contested.moderation.QueueItem;
import contested.moderation.QueueKey;
import contested.moderation.QueueService;
import contested.moderation.ReportService;
import contested.moderation.Verdict;
import contested.outcome.DemonstrationPlayService.Cast;
import contested.outcome.DemonstrationPlayService.Scene;
import contested.outcome.Script.Room;
import contested.outcome.Script.Said;
import contested.shared.Slug;
import contested.workshop.BallotService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is said in a workshop of the demonstration, decided on by its moderator, and named as having moved people. */
@ApplicationScoped
public class DemonstrationTalk {

    @Inject
    private CommentService comments;

    @Inject
    private QueueService queue;

    @Inject
    private ModerationService moderation;

    @Inject
    private ReportService reports;

    @Inject
    private BallotService ballots;

    /** Each comment, and what a moderator did about it some minutes later. */
    List<Scene> scenes(Cast cast, Room room) {
        List<Scene> scenes = new ArrayList<>();
        for (Said said : room.comments()) {
            scenes.add(new Scene(said.ago(), () -> cast.comments().put(said.key(), say(cast, said))));
            if (said.isPublished()) {
                scenes.add(new Scene(
                        said.ago() - 1, () -> decide(cast, said, cast.comments().get(said.key()))));
            }
        }
        return scenes;
    }

    private Slug say(Cast cast, Said said) {
        return comments.post(
                cast.participant(said.who()),
                ThreadKey.in(cast.workshop(), new Slug(said.on())),
                new Draft(
                        said.stance(),
                        said.position(),
                        said.text(),
                        said.citations().stream().map(Slug::new).toList(),
                        said.answered().map(cast.comments()::get).orElse(null),
                        "demonstration-" + said.key()));
    }

    private void decide(Cast cast, Said said, Slug comment) {
        Actor moderator = cast.moderator();
        long seen = queue.page(moderator, QueueFilter.in(cast.workshop()), QueueKey.START).stream()
                .map(QueueItem::comment)
                .filter(c -> c.slug().equals(comment))
                .findFirst()
                .orElseThrow()
                .version();
        moderation.decide(moderator, comment, seen, Verdict.of(DecisionKind.PUBLISH));
        if (said.isHidden()) {
            moderation.hideAtOnce(moderator, comment);
        }
        said.complaints().forEach(c -> reports.report(cast.participant(c.who()), comment, c.reason(), ""));
    }

    /** What moved them, once nobody votes any more. */
    void move(Cast cast, Room room) {
        room.movers().forEach(moved -> {
            Slug question = new Slug(moved.on());
            Actor person = cast.participant(moved.who());
            if (moved.passage() != null) {
                ballots.toggleMover(person, cast.workshop(), question, new Slug(moved.passage()));
            } else {
                Slug comment = Objects.requireNonNull(cast.comments().get(moved.comment()));
                ballots.toggleMovingComment(person, cast.workshop(), question, comment);
            }
        });
    }
}
