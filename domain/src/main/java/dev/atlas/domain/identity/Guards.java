package dev.atlas.domain.identity;

/**
 * Where rules over several records are kept while many write. Engines let two units of work that write different records
 * commit side by side, each having read what the other is about to change.
 */
public interface Guards {

    /**
     * Passed by every change of users and roles, since each may decide on what another one is changing: whether somebody
     * else remains an administrator, whether a role is still in use.
     */
    String ADMINISTRATION = "administration";

    /**
     * Makes this unit and every other one that passes the same guard take effect one after another, each seeing what those
     * before it did. A unit that comes second to commit is run again.
     *
     * @param name one of the constants above
     */
    void pass(String name);
}
