package contested.discussion;

import contested.shared.TamedText;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds links, and names where each leads: no list can tell. */
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
    public CheckResult judge(Submission submission) {
        Matcher link = LINK.matcher(TamedText.of(submission.text().typed()));
        Set<String> targets = new LinkedHashSet<>();
        while (link.find()) {
            targets.add(target(link.group()));
        }
        return targets.isEmpty() ? CheckResult.FINE : CheckResult.held(quoted(String.join(" ", targets)));
    }

    /** Where it leads: of {@code [x](y)} the y alone. */
    private static String target(String link) {
        String bare = link.strip();
        return bare.startsWith("]")
                ? bare.replaceFirst("^]\\s?\\(\\s*", "").replaceFirst("\\)+\\p{Punct}*$", "")
                : bare;
    }

    private static String quoted(String link) {
        int length = Math.min(link.codePointCount(0, link.length()), MAX_QUOTED_CHARS);
        return link.substring(0, link.offsetByCodePoints(0, length));
    }
}
