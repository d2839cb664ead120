package org.vigie.server.frame.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Navigation;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.ToDo;
import org.vigie.server.frame.settings.FrameSettings;

/// Builds the [Frame] of a request: language, viewer, navigation.
public final class FrameResolver implements HandlerMethodArgumentResolver {
  private final MessageSource messages;
  private final List<NavigationEntry> entries;
  private final StyleSheet styles;
  private final FrameSettings settings;
  private final ToDo waiting;
  private final InstantSource clock;

  public FrameResolver(
      MessageSource messages,
      List<NavigationEntry> entries,
      StyleSheet styles,
      FrameSettings settings,
      ToDo waiting,
      InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
    this.waiting = waiting;
    this.entries = List.copyOf(entries);
    this.styles = styles;
    this.settings = settings;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Frame.class;
  }

  @Override
  public Frame resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
    if (servletRequest == null) {
      throw new IllegalStateException("a frame belongs to an HTTP request");
    }
    return frameOf(servletRequest, waiting);
  }

  /// Returns the frame for a page of an error, on which nothing is counted: the database may be
  /// what failed.
  public Frame frameOf(HttpServletRequest request) {
    return frameOf(request, ToDo.NONE);
  }

  private Frame frameOf(HttpServletRequest request, ToDo counted) {
    Optional<Authentication> viewer = viewer();
    Place place = Place.of(request);
    return new Frame(
        new Texts(
            Language.of(RequestContextUtils.getLocale(request)),
            messages,
            ViewerZone.of(request),
            clock),
        place,
        viewer.map(Authentication::getName),
        new Navigation(
            viewer.map(this::visibleTo).orElse(List.of()),
            place.path(),
            () -> viewer.map(counted::of).orElse(List.of())),
        formToken(request),
        settings.demo(),
        styles.address(),
        notice(request));
  }

  private static Optional<Authentication> viewer() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .filter(Authentication::isAuthenticated)
        .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken));
  }

  private List<NavigationEntry> visibleTo(Authentication viewer) {
    return entries.stream()
        .filter(entry -> viewer.getAuthorities().stream()
            .anyMatch(
                held -> Objects.equals(held.getAuthority(), entry.authority().getAuthority())))
        .toList();
  }

  private static Frame.FormToken formToken(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Frame.FormToken(token.getParameterName(), token.getToken())
        : new Frame.FormToken("_csrf", "");
  }

  private static Optional<String> notice(HttpServletRequest request) {
    return Optional.ofNullable(RequestContextUtils.getInputFlashMap(request))
        .map(flash -> (String) flash.get(FlashMessages.ATTRIBUTE));
  }
}
