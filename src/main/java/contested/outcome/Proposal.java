package contested.outcome;

import contested.discussion.QuotedComment;
import contested.question.Position;
import contested.question.Question;
import contested.shared.Bilingual;
import contested.shared.Slug;
import contested.workshop.BallotRound;
import java.util.List;

/**
 * A line that the data suggest, still without words: whoever asks for it says it in their language.
 */
public sealed interface Proposal {

    /** What begins the origins of lines that quote a comment. */
    String ASKED = "asked-comment-";

    String MOVED_BY_COMMENT = "moved-comment-";

    LineKind kind();

    /** The same for the same suggestion each time, so that it is made once. */
    String origin();

    /** Whether the closing ballots are too few to speak of agreement, whatever they say. */
    static boolean isFew(Swing swing) {
        return swing.total(BallotRound.CLOSING) < Proposals.MIN_BALLOTS;
    }

    /** So many hold one position that it may be called agreed. */
    record Agreed(Position position, Swing swing) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.AGREED;
        }

        @Override
        public String origin() {
            return "agreed-" + position.slot();
        }
    }

    /** No position has enough votes, or there are too few. */
    record Contested(Question question, Swing swing) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.CONTESTED;
        }

        @Override
        public String origin() {
            return "contested";
        }
    }

    /** A position that fewer people hold than another. */
    record Minority(Position position, Swing swing) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.MINORITY;
        }

        @Override
        public String origin() {
            return "minority-" + position.slot();
        }
    }

    /** A passage that was cited more than others. */
    record Cited(PassageUse.Use use) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.PASSAGES;
        }

        @Override
        public String origin() {
            return "passage-" + use.passage().slug();
        }
    }

    /** How answers moved between the ballots, as far as it may be told. */
    record Shift(Swing swing) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.SHIFT;
        }

        @Override
        public String origin() {
            return "shift";
        }
    }

    /** A position that no published comment takes. */
    record Unheard(Position position) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.MISSING_VOICE;
        }

        @Override
        public String origin() {
            return "unheard-" + position.slot();
        }
    }

    /** People who are affected and have no voice in the evidence, as the question's editor listed them. */
    record Absent(Bilingual people) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.MISSING_VOICE;
        }

        @Override
        public String origin() {
            return "absent";
        }
    }

    /** Affected people, as the question's editor listed them: nobody here knows who was in the room. */
    record NotHeardFrom(Bilingual people) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.MISSING_VOICE;
        }

        @Override
        public String origin() {
            return "affected-" + Integer.toHexString(people.hashCode());
        }
    }

    /** A passage that enough people say moved them. */
    record MovedByPassage(CitablePassage passage, int people) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.PASSAGES;
        }

        @Override
        public String origin() {
            return "moved-" + passage.slug();
        }
    }

    /** A comment that enough people say moved them. */
    record MovedByComment(QuotedComment comment, int people) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.SHIFT;
        }

        @Override
        public String origin() {
            return MOVED_BY_COMMENT + comment.slug();
        }
    }

    /** A question that somebody asked in the talk. */
    record Asked(QuotedComment comment) implements Proposal {

        @Override
        public LineKind kind() {
            return LineKind.OPEN_QUESTION;
        }

        @Override
        public String origin() {
            return ASKED + comment.slug();
        }
    }

    /** The origins of lines that quote that comment. */
    static List<String> quoting(Slug comment) {
        return List.of(ASKED + comment, MOVED_BY_COMMENT + comment);
    }
}
