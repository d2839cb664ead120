package org.vigie.server.frame.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.frame.DiskSpace;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.MatchedPath;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// Refuses data of programs and strangers that would be stored while the disk has no room, so that
/// the remaining room keeps PostgreSQL alive and people can still free some. Look-ups still work,
/// as do the pages of people who are signed in.
public final class DiskFilter extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "DELETE");
  private static final List<String> STORING = List.of("/api", "/hma", "/report");
  private static final List<String> NOT_STORING = List.of("/api/v1/lookups", "/hma/m", "/hma/h");

  private final ObjectProvider<DiskSpace> disk;
  private final ErrorAnswers answers;

  public DiskFilter(ObjectProvider<DiskSpace> disk, ErrorAnswers answers) {
    this.disk = disk;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    MatchedPath path = MatchedPath.of(request);
    return READING.contains(request.getMethod())
        || STORING.stream().noneMatch(path::isWithin)
        || NOT_STORING.stream().anyMatch(path::isWithin);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    DiskSpace space = disk.getIfAvailable();
    if (space != null && space.room() == DiskSpace.Room.NONE) {
      answers.write(request, response, refusal().withHeader(HttpHeaders.CONNECTION, "close"));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Problem refusal() {
    return new Problem(
            ProblemType.DISK_FULL,
            "The disk of this server is full. Nothing was read or stored; its operator has to make room.")
        .retryAfter(60);
  }
}
