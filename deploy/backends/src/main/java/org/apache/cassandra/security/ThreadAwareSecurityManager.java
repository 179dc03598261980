package org.apache.cassandra.security;

import java.security.Permission;
import java.security.PermissionCollection;
import java.util.Collections;
import java.util.Enumeration;

/** Stands in for Cassandra's own class of this name, whose superclass JDK 24 disabled; it secures nothing. */
public final class ThreadAwareSecurityManager {

    /** No permission at all. */
    public static final PermissionCollection noPermissions = new PermissionCollection() {

        private static final long serialVersionUID = 1L;

        @Override
        public void add(Permission permission) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean implies(Permission permission) {
            return false;
        }

        @Override
        public Enumeration<Permission> elements() {
            return Collections.emptyEnumeration();
        }
    };

    private ThreadAwareSecurityManager() {}

    /** Does nothing. */
    public static void install() {}

    /** No thread is secured: user-defined functions stay disabled. */
    public static boolean isSecuredThread() {
        return false;
    }
}
