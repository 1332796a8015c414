@NullMarked
package dev.honeydo.application.event;

import org.jspecify.annotations.NullMarked;
