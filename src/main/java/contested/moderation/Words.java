package contested.moderation;

import contested.shared.UserFacingException;

/** What somebody adds in their own words: bounded, line ends as LF, without the one character no database takes. */
final class Words {

    private Words() {}

    /** @throws UserFacingException When there are more code points than that. */
    static String within(String typed, int maxChars, String field, String key) {
        String words = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "")
                .strip();
        if (words.codePointCount(0, words.length()) > maxChars) {
            throw new UserFacingException(field, key, maxChars);
        }
        return words;
    }
}
