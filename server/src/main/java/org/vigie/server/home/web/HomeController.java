package org.vigie.server.home.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Frame;

@Controller
class HomeController {
  @GetMapping("/")
  @ResponseBody
  @Requires(Permission.OVERVIEW_READ)
  HomePage home(Frame frame) {
    return new HomePage(frame);
  }
}
