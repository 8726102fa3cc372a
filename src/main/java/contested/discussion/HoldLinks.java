package contested.discussion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds links: where they lead, no list can tell. */
record HoldLinks() implements IntakeCheck {

    private static final int MAX_QUOTED_CHARS = 200;

    /** An address with its protocol, one that begins with www, one with a path, or Markdown's form of a link. */
    private static final Pattern LINK = Pattern.compile(
            "(?i)[a-z][a-z0-9+.-]{1,20}://\\S+|\\bwww\\.\\S+|[\\p{L}\\p{N}-]+\\.[\\p{L}]{2,20}/\\S*|\\]\\s?\\(\\s*\\S+|^\\s*\\[[^]]+]:\\s*\\S+",
            Pattern.MULTILINE);

    @Override
    public String name() {
        return "links";
    }

    @Override
    public Verdict judge(Submission submission) {
        Matcher link = LINK.matcher(TamedText.of(submission.text().typed()));
        return link.find() ? Verdict.held(quoted(link.group())) : Verdict.FINE;
    }

    private static String quoted(String link) {
        int length = Math.min(link.codePointCount(0, link.length()), MAX_QUOTED_CHARS);
        return link.substring(0, link.offsetByCodePoints(0, length));
    }
}
