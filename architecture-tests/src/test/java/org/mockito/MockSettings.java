package org.mockito;

/** As much of the library as a fixture has to name. */
public interface MockSettings {}
